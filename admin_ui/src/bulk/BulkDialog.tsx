import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteChoice } from '../content-types/useFrame'
import { languageName } from '../i18n/format'
import type { Row } from '../lists/useRows'
import { Targets } from '../publishing/Targets'
import { type GoingLive, useTargets } from '../publishing/useTargets'
import { SkeletonRows } from '../ui/SkeletonRows'
import { BulkProgress } from './BulkProgress'
import { stepFor } from './steps'
import { useBulk } from './useBulk'
import { type Choice, isByLanguage, languagesOf, localesFor, meant, type Verb } from './verbs'

type Props = {
  verb: Verb
  rows: Row[]
  sites: SiteChoice[]
  /** After each item. */
  onItem: (id: string) => Promise<void>
  onClose: () => void
}

/** Asks what exactly, does it with each item, and tells what became of them. */
export function BulkDialog({ verb, rows, sites, onItem, onClose }: Props) {
  const { t } = useTranslation(['bulk', 'ui'])
  const { run, start, undo, stop } = useBulk(onItem)
  return (
    <Modal
      opened
      onClose={() => !run?.isRunning && onClose()}
      title={t(`verbs.${verb}`)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {run ? (
        <BulkProgress verb={verb} run={run} stop={stop} undo={undo} onClose={onClose} />
      ) : (
        <Question
          {...{ verb, rows, sites, onClose }}
          go={(choice) => void start(meant(verb, rows, choice).map((row) => stepFor(verb, row, choice)))}
        />
      )}
    </Modal>
  )
}

type QuestionProps = Omit<Props, 'onItem'> & { go: (choice: Choice) => void }

function Question({ verb, rows, sites, onClose, go }: QuestionProps) {
  const { t } = useTranslation(['bulk', 'ui'])
  const languages = languagesOf(verb, rows)
  const [choice, setChoice] = useState<Choice>({ locales: [...languages.keys()], sites: [] })
  const count = meant(verb, rows, choice).length
  const { found, isAsked, chosen, choose } = useTargets(verb === 'publish' ? goingLive(rows, choice) : [])
  const isReady = count > 0 && !isAsked && (verb !== 'share' || choice.sites.length > 0)
  return (
    <Stack>
      <Text size="sm">{t(`asks.${verb}`, { count })}</Text>
      {isByLanguage(verb) && (
        <Boxes
          label={t('languages')}
          boxes={[...languages].map(([value, many]) => ({ value, label: languageName(value), many }))}
          value={choice.locales}
          onChange={(locales) => setChoice({ ...choice, locales })}
        />
      )}
      {verb === 'share' && (
        <Boxes
          label={t('sites')}
          boxes={sites.map(({ key, name }) => ({ value: key, label: name }))}
          value={choice.sites}
          onChange={(chosen) => setChoice({ ...choice, sites: chosen })}
        />
      )}
      {verb === 'publish' && !found && <SkeletonRows rows={2} />}
      {found && <Targets found={found} chosen={chosen} choose={choose} />}
      {rows.length > count && (
        <Text size="sm" c="dimmed">
          {t('leftOut', { count: rows.length - count })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          color={verb === 'delete' ? 'red' : undefined}
          disabled={!isReady}
          onClick={() => go({ ...choice, together: chosen })}
          data-autofocus
        >
          {t(`verbs.${verb}`)}
        </Button>
      </Group>
    </Stack>
  )
}

function goingLive(rows: Row[], choice: Choice): GoingLive[] {
  return meant('publish', rows, choice).map((row) => ({
    id: row.id,
    locales: localesFor('publish', row).filter((locale) => choice.locales.includes(locale)),
  }))
}

type BoxesProps = {
  label: string
  boxes: { value: string; label: string; many?: number }[]
  value: string[]
  onChange: (value: string[]) => void
}

function Boxes({ label, boxes, value, onChange }: BoxesProps) {
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {boxes.map((box) => (
          <Checkbox
            key={box.value}
            value={box.value}
            label={box.many === undefined ? box.label : `${box.label} (${box.many})`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
