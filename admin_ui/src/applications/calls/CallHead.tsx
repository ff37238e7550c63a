import { Button, Card, Checkbox, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../../form/FieldView'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import type { Element } from '../../form/store/json'
import { useDraft, useValue } from '../../form/store/useDraft'
import { useRemoving } from '../../form/useUndoable'
import { DeadlineHistory } from './DeadlineHistory'
import { LiveStanding } from './LiveStanding'
import { WallTimeField } from './WallTimeField'

type Cutoff = Element & { at?: string | null; tentative?: boolean | null }
const NONE: Cutoff[] = []

/** When a call opens and until when it takes applications, in its own time; what visitors see of that now. */
export function CallHead() {
  const { t } = useTranslation('calls')
  const { form } = useForm()
  const [cutoffs] = useValue<Cutoff[]>(['cutoffs'])
  const [closes] = useValue<string>(['closes'])
  const [isFixed, setFixed] = useState(Boolean(closes) && !cutoffs?.length)
  const zone = form.fields.find(({ name }) => name === 'time_zone')
  return (
    <Stack>
      <LiveStanding />
      <Card withBorder component="section" aria-label={t('dates')}>
        <Title order={2} size="h4" mb="sm">
          {t('dates')}
        </Title>
        <Stack>
          {zone && <FieldView field={zone} path={['time_zone']} />}
          <WallTimeField path={['opens']} label={t('opens')} isDeadline={false} />
          <Kind isFixed={isFixed} choose={setFixed} />
          {isFixed ? <WallTimeField path={['closes']} label={t('closes')} /> : <Cutoffs cutoffs={cutoffs ?? NONE} />}
        </Stack>
      </Card>
    </Stack>
  )
}

/** One closing time, or several cut-offs: what is not chosen is emptied. */
function Kind({ isFixed, choose }: { isFixed: boolean; choose: (isFixed: boolean) => void }) {
  const { t } = useTranslation('calls')
  const { isReadOnly } = useForm()
  const draft = useDraft()

  function change(kind: string) {
    choose(kind === 'fixed')
    draft.set([kind === 'fixed' ? 'cutoffs' : 'closes'], null)
  }

  return (
    <SegmentedControl
      w="fit-content"
      maw="100%"
      aria-label={t('kind')}
      data={(['rolling', 'fixed'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      value={isFixed ? 'fixed' : 'rolling'}
      onChange={change}
      disabled={isReadOnly}
    />
  )
}

/** Always in the order of their moments, however they are written. */
function Cutoffs({ cutoffs }: { cutoffs: Cutoff[] }) {
  const { t } = useTranslation('calls')
  const { isReadOnly, problems } = useForm()
  const draft = useDraft()
  const removing = useRemoving()
  const wrong = problems.filter(({ field }) => field === 'cutoffs')

  function sort() {
    const ordered = cutoffs.toSorted((one, other) => (one.at || '9').localeCompare(other.at || '9'))
    if (ordered.some((one, place) => one !== cutoffs[place])) draft.set(['cutoffs'], ordered)
  }

  return (
    <div id={fieldId(['cutoffs'])}>
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('cutoffs')} onBlur={sort}>
        {cutoffs.map((one, place) => (
          <Group component="li" key={one.id} align="end" gap="sm" id={fieldId(['cutoffs', one.id])}>
            <WallTimeField path={['cutoffs', one.id, 'at']} label={t('cutoff', { number: place + 1 })} />
            <Checkbox
              label={t('tentative')}
              checked={one.tentative ?? false}
              onChange={(event) => draft.set(['cutoffs', one.id, 'tentative'], event.currentTarget.checked || null)}
              disabled={isReadOnly}
              mb={30}
            />
            {!isReadOnly && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                mb={28}
                aria-label={t('removeCutoff', { number: place + 1 })}
                onClick={() => removing(t('cutoff', { number: place + 1 }), () => draft.remove(['cutoffs'], one.id))}
              >
                <IconTrash size={16} aria-hidden />
              </Button>
            )}
            <DeadlineHistory deadline={one.id} />
          </Group>
        ))}
      </Stack>
      {cutoffs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noCutoffs')}
        </Text>
      )}
      {wrong.map(({ code, message }) => (
        <Text key={code} size="sm" c="red">
          {t(`problems.${code}`, { defaultValue: message })}
        </Text>
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => draft.add(['cutoffs'])}
        >
          {t('addCutoff')}
        </Button>
      )}
    </div>
  )
}
