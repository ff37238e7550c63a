import { Alert, Card, Group, Kbd, Progress, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { fieldId } from '../form/fields/fieldProps'
import { useValue } from '../form/store/useDraft'
import { EmptyState } from '../ui/EmptyState'
import { AddTerms } from './AddTerms'
import { TermRows } from './TermRows'
import { matching, type Term } from './terms'
import { useMoveUnderWay } from './useTermVerbs'

const MANY = 10
const NONE: Term[] = []

/** The terms of a vocabulary with their labels in all languages, in their order. */
export function TermsHead() {
  const { t } = useTranslation('vocabularies')
  const { isReadOnly } = useEdited()
  const [value] = useValue<Term[]>(['terms'])
  const [search, setSearch] = useState('')
  const terms = value ?? NONE
  const shown = search.trim() ? matching(terms, search) : terms
  return (
    <Card withBorder component="section" aria-label={t('terms')} id={fieldId(['terms'])}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('terms')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('count', { count: terms.length })}
        </Text>
      </Group>
      <MoveUnderWay />
      {terms.length > MANY && (
        <TextInput
          type="search"
          mb="xs"
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('find')}
          placeholder={t('find')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {terms.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      {terms.length > 0 && shown.length === 0 && (
        <Text c="dimmed" size="sm" py="sm">
          {t('noSuchTerm')}
        </Text>
      )}
      {shown.length > 0 && <TermRows terms={terms} shown={shown} isNarrowed={shown.length < terms.length} />}
      {!isReadOnly && <AddTerms terms={terms} />}
      {!isReadOnly && terms.length > 1 && (
        <Text size="xs" c="dimmed" mt="xs" visibleFrom="sm">
          {t('keys')} <Kbd size="xs">Alt ↑</Kbd> <Kbd size="xs">Alt ↓</Kbd>
        </Text>
      )}
    </Card>
  )
}

/** How far the worker is with the many uses of a term. */
function MoveUnderWay() {
  const { t } = useTranslation('vocabularies')
  const [key] = useValue<string>(['key'])
  const move = useMoveUnderWay(key ?? '')
  if (!move) return null
  const { from, into, moved, total } = move
  return (
    <Alert color="blue" variant="light" mb="xs" role="status">
      <Text size="sm" mb={4}>
        {t('moving', { from, into, moved, total })}
      </Text>
      <Progress value={total ? (100 * moved) / total : 0} aria-label={t('moving', { from, into, moved, total })} />
    </Alert>
  )
}
