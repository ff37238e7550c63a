import { Alert, Badge, Button, Card, Group, Modal, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import type { Conflict } from '../editing/useAutosave'
import { fieldAt } from '../form/fieldAt'
import { usePathName, withLanguage } from '../form/pathName'
import { plainText } from '../form/plainText'
import { isObject, type Json } from '../form/store/json'
import { SkeletonRows } from '../ui/SkeletonRows'
import { useLast } from '../ui/useLast'
import { ValueView } from './ValueView'
import { WordDifferences } from './WordDifferences'
import { wordChanges } from './wordChanges'

type Clash = Conflict['clashes'][number]
type Side = 'yours' | 'theirs' | 'own'
type Decision = { side: Side; text: string }

/** Each place that two people changed, with what both made of it by now; nothing is lost by closing this. */
export function ConflictDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['history', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('conflict.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Question onDone={onClose} />
    </Modal>
  )
}

/** Asks the server what both sides are now: since it told of the conflict, both may have gone on. */
function Question({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('history')
  const { saving } = useEdited()
  const { save } = saving
  const [isAsked, setAsked] = useState(false)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => void save().then((isSaved) => (isSaved ? done.current() : setAsked(true))), [save])
  const shown = useLast(isAsked ? saving.conflict : null)
  if (shown) return <Clashes shown={shown} onDone={onDone} />
  if (isAsked && saving.state !== 'saving') return <Failed>{t('conflict.failed')}</Failed>
  return <SkeletonRows rows={2} height={120} />
}

function Failed({ children }: { children: string }) {
  return (
    <Alert color="red" variant="light" role="alert">
      {children}
    </Alert>
  )
}

/** A choice counts only as long as the other side is what it was when the choice was made. */
function Clashes({ shown, onDone }: { shown: Conflict; onDone: () => void }) {
  const { t } = useTranslation('history')
  const { saving } = useEdited()
  const [decisions, setDecisions] = useState<Record<string, Decision>>({})
  const [trouble, setTrouble] = useState<'again' | 'failed' | null>(null)
  const { clashes } = shown
  const isDecided = clashes.every((one) => decisions[keyOf(one)])

  async function save() {
    const choices = clashes.map((one) => ({ ...one, value: decidedValue(one, decisions[keyOf(one)]) }))
    const end = await saving.resolve(choices, shown)
    if (end === 'saved') return onDone()
    setTrouble(end)
  }

  return (
    <Stack>
      <Text size="sm">{t('conflict.hint')}</Text>
      {trouble && <Failed>{t(`conflict.${trouble}`)}</Failed>}
      {clashes.map((one) => (
        <ClashCard
          key={keyOf(one)}
          clash={one}
          decision={decisions[keyOf(one)]}
          decide={(decision) => setDecisions((before) => ({ ...before, [keyOf(one)]: decision }))}
        />
      ))}
      <Group justify="flex-end">
        <Button disabled={!isDecided} onClick={() => void save()} loading={saving.state === 'saving'}>
          {t('conflict.save')}
        </Button>
      </Group>
    </Stack>
  )
}

type CardProps = { clash: Clash; decision: Decision | undefined; decide: (decision: Decision) => void }

function ClashCard({ clash, decision, decide }: CardProps) {
  const { t } = useTranslation('history')
  const { draft, locale } = useEdited()
  const name = usePathName()
  const label = withLanguage(name(clash.at, draft.data, clash.locale ?? locale), clash.locale)
  const isText = [clash.base, clash.theirs, clash.yours].every((one) => one === null || typeof one === 'string')
  const sides: Side[] = isText ? ['yours', 'theirs', 'own'] : ['yours', 'theirs']
  return (
    <Card withBorder component="section" aria-label={label}>
      <Text fw={600} mb="xs">
        {label}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="sm">
        <SideView title={t('conflict.yours')} clash={clash} value={clash.yours} />
        <SideView title={t('conflict.theirs')} clash={clash} value={clash.theirs} />
      </SimpleGrid>
      <Radio.Group
        value={decision?.side ?? null}
        aria-label={label}
        onChange={(side) => decide({ side: side as Side, text: decision?.text ?? String(clash.yours ?? '') })}
      >
        <Group>
          {sides.map((side) => (
            <Radio key={side} value={side} label={t(`conflict.take.${side}`)} />
          ))}
        </Group>
      </Radio.Group>
      {decision?.side === 'own' && (
        <Textarea
          mt="sm"
          autosize
          aria-label={t('conflict.own', { label })}
          value={decision.text}
          onChange={(event) => decide({ side: 'own', text: event.currentTarget.value })}
        />
      )}
    </Card>
  )
}

function SideView({ title, clash, value }: { title: string; clash: Clash; value: Json }) {
  const { t } = useTranslation('history')
  const { form, draft, locale } = useEdited()
  const field = fieldAt(form, clash.at, draft.data)
  const isText = [clash.base, value].some((one) => typeof one === 'string' || (isObject(one) && one.type === 'doc'))
  return (
    <Stack gap={6} align="flex-start">
      <Badge variant="light" color="gray">
        {title}
      </Badge>
      {value === null && <Text size="sm">{t('conflict.takenOut')}</Text>}
      {value !== null && isText && <WordDifferences words={wordChanges(plainText(clash.base), plainText(value))} />}
      {value !== null && !isText && <ValueView field={field} value={value} language={clash.locale ?? locale} />}
    </Stack>
  )
}

function keyOf({ at, locale, yours, theirs }: Clash): string {
  return JSON.stringify([at, locale, yours, theirs])
}

function decidedValue(clash: Clash, decision: Decision | undefined): Json {
  if (decision?.side === 'own') return decision.text || null
  return decision?.side === 'theirs' ? clash.theirs : clash.yours
}
