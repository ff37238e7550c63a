import { Alert, Anchor, Button, Group, List, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Outcome, type Run, undoable } from './useBulk'
import type { Verb } from './verbs'

type Props = { verb: Verb; run: Run; stop: () => void; undo: () => void; onClose: () => void }

/** How far it is, then what became of each item, with a way back. */
export function BulkProgress({ verb, run, stop, undo, onClose }: Props) {
  const { t } = useTranslation(['bulk', 'ui'])
  const { outcomes, total, isRunning, isUndo } = run
  const refused = outcomes.filter((one) => one.refused !== undefined)
  const done = outcomes.length - refused.length
  const back = undoable(run).length
  return (
    <Stack>
      <Progress value={total ? (100 * outcomes.length) / total : 100} aria-label={t('progress')} />
      <Text size="sm" aria-live="polite">
        {isRunning
          ? t('running', { done: outcomes.length, total })
          : t(isUndo ? 'undone' : `done.${verb}`, { count: done })}
      </Text>
      {refused.length > 0 && <Refused outcomes={refused} />}
      <Group justify="flex-end">
        {isRunning && (
          <Button variant="default" onClick={stop}>
            {t('stop')}
          </Button>
        )}
        {!isRunning && back > 0 && (
          <Button variant="default" onClick={undo}>
            {t('undo', { count: back })}
          </Button>
        )}
        {!isRunning && <Button onClick={onClose}>{t('ui:close')}</Button>}
      </Group>
    </Stack>
  )
}

function Refused({ outcomes }: { outcomes: Outcome[] }) {
  const { t } = useTranslation(['bulk', 'lists'])
  return (
    <Alert color="red" variant="light" title={t('refused', { count: outcomes.length })}>
      <List size="sm" mah={260} style={{ overflowY: 'auto' }}>
        {outcomes.map(({ step: { row }, refused }) => (
          <List.Item key={row.id}>
            <Anchor component={Link} to={`/content/${row.type}/${row.id}`} size="sm" inherit>
              {row.title || t('lists:untitled')}
            </Anchor>
            : {refused}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
