import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldForm } from '../form/FormContext'
import { elementTitle } from '../form/fields/elementTitle'
import { plainText } from '../form/plainText'
import { isElementList, isEmpty, type Json, type JsonObject } from '../form/store/json'
import { currentLanguage } from '../i18n'
import { useReferredTitle } from './useReferredTitle'

type Props = { field: FieldForm | undefined; value: Json; language: string; data?: Json }

/** A value as one reads it: what it refers to by title, a choice by its label, lists by what their entries are called. */
export function ValueView({ field, value, language }: Props) {
  const { t } = useTranslation('history')
  if (isEmpty(value) && typeof value !== 'boolean') return <Quiet text={t('nothing')} />
  if (typeof value === 'boolean') return <Shown text={t(value ? 'yes' : 'no')} />
  if (field?.target) return <Referred ids={Array.isArray(value) ? value : [value]} />
  if (isElementList(value)) {
    const titles = value.map((one, place) => elementTitle(one, language) || t('entry', { number: place + 1 }))
    return <Shown text={titles.map((title, place) => `${place + 1}. ${title}`).join('\n')} />
  }
  const option = field?.options.find((one) => one.value === value)
  if (option) return <Shown text={labelOf(option)} />
  return <Shown text={plainText(value as JsonObject)} />
}

function labelOf({ value, labels }: FieldForm['options'][number]): string {
  return labels.find((one) => one.locale === currentLanguage())?.text ?? labels[0]?.text ?? value
}

function Shown({ text }: { text: string }) {
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} lineClamp={12}>
      {text}
    </Text>
  )
}

function Quiet({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed" fs="italic">
      {text}
    </Text>
  )
}

function Referred({ ids }: { ids: Json[] }) {
  return (
    <Group gap={6}>
      {ids.map((id) => (
        <ReferredTitle key={String(id)} id={String(id)} />
      ))}
    </Group>
  )
}

function ReferredTitle({ id }: { id: string }) {
  return <Shown text={useReferredTitle(id)} />
}
