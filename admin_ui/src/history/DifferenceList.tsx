import { Box, Group, Stack, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TypeForm } from '../form/FormContext'
import { fieldAt } from '../form/fieldAt'
import { usePathName, withLanguage } from '../form/pathName'
import { isElementList, isObject, type Json } from '../form/store/json'
import { FiguresChanged } from './FiguresChanged'
import type { DifferencesQuery } from './gql/graphql'
import { ValueView } from './ValueView'
import { WordDifferences } from './WordDifferences'

export type Difference = NonNullable<DifferencesQuery['differences']>[number]
type Props = { differences: Difference[]; form: TypeForm; before: Json; after: Json; language: string }

/** What differs between two versions: each field by its name, texts word by word, other values as they were and are. */
export function DifferenceList({ differences, form, before, after, language }: Props) {
  const name = usePathName()
  return (
    <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {differences.map((one) => {
        const data = fieldAt(form, one.at, after) ? after : before
        return (
          <Box component="li" key={`${one.at}/${one.locale}`}>
            <Text size="xs" fw={600} c="dimmed" mb={2}>
              {withLanguage(name(one.at, one.after === null ? before : after, one.locale ?? language), one.locale)}
            </Text>
            <Changed difference={one} form={form} data={data} before={before} after={after} language={language} />
          </Box>
        )
      })}
    </Stack>
  )
}

type ChangedProps = { difference: Difference; form: TypeForm; data: Json; before: Json; after: Json; language: string }

function Changed({ difference, form, data, before, after, language }: ChangedProps) {
  const { at, locale, words } = difference
  if (isFormatted(difference.before) || isFormatted(difference.after)) {
    return (
      <Stack gap={4}>
        {words.length > 0 && <WordDifferences words={words} />}
        <FiguresChanged
          before={difference.before}
          after={difference.after}
          sameWords={words.every(({ operation }) => operation === 'EQUAL')}
        />
      </Stack>
    )
  }
  if (words.length > 0) return <WordDifferences words={words} />
  const field = fieldAt(form, at, data)
  if (isElementList(difference.before) || isElementList(difference.after)) {
    return <ListChanged difference={difference} before={before} after={after} language={locale ?? language} />
  }
  return (
    <Group gap="xs" align="flex-start" wrap="wrap">
      <del className="difference-value">
        <ValueView field={field} value={difference.before} language={language} />
      </del>
      <IconArrowRight size={16} aria-hidden style={{ marginTop: 3 }} />
      <ins className="difference-value">
        <ValueView field={field} value={difference.after} language={language} />
      </ins>
    </Group>
  )
}

/** Of a list: which entries came, which went, and whether those that stayed stand in another order. */
function ListChanged({ difference, before, after, language }: Omit<ChangedProps, 'form' | 'data'>) {
  const { t } = useTranslation('history')
  const name = usePathName()
  const old = idsOf(difference.before)
  const fresh = idsOf(difference.after)
  const called = (id: string, data: Json) => name(`${difference.at}.${id}`, data, language).split(' › ').at(-1)
  const stayed = fresh.filter((id) => old.includes(id))
  const isMoved = stayed.join() !== old.filter((id) => fresh.includes(id)).join()
  return (
    <Stack gap={4} className="word-differences">
      {fresh
        .filter((id) => !old.includes(id))
        .map((id) => (
          <ins key={id}>{called(id, after)}</ins>
        ))}
      {old
        .filter((id) => !fresh.includes(id))
        .map((id) => (
          <del key={id}>{called(id, before)}</del>
        ))}
      {isMoved && <Text size="sm">{t('newOrder', { order: stayed.map((id) => called(id, after)).join(', ') })}</Text>}
    </Stack>
  )
}

const isFormatted = (value: Json) => isObject(value) && value.type === 'doc'

function idsOf(value: Json): string[] {
  return isElementList(value) ? value.map((one) => one.id) : []
}
