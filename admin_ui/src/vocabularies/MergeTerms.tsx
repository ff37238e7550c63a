import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { Refusal } from '../ui/Refusal'
import type { TermMoveFragment } from './gql/graphql'
import { TermUses } from './TermUses'
import { type Term, termName } from './terms'
import { useTermVerbs } from './useTermVerbs'

type Props = { vocabulary: string; term: Term; terms: Term[]; onClose: () => void }

/** Makes every use of one term a use of another, showing the uses of both before, and what there is afterwards. */
export function MergeTerms({ vocabulary, term, terms, onClose }: Props) {
  const { t } = useTranslation(['vocabularies', 'ui'])
  const { locale } = useEdited()
  const { merge, refusal, isBusy } = useTermVerbs()
  // the terms as they were when the window was opened: the merged one goes from the list
  const [before] = useState({ term, terms })
  const [into, setInto] = useState<string | null>(null)
  const [done, setDone] = useState<TermMoveFragment | null>(null)
  const from = String(before.term.slug)
  const name = termName(before.term, locale)
  const chosen = before.terms.find(({ slug }) => slug === into)
  const intoName = chosen ? termName(chosen, locale) : ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (into) setDone(await merge(from, into))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('merge.title', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {done && into ? (
        <Stack>
          <Alert color="teal" variant="light" role="status">
            {t(done.state === 'done' ? 'merge.done' : 'merge.begun', { name, into: intoName, count: done.total })}
          </Alert>
          <TermUses vocabulary={vocabulary} slug={into} name={intoName} />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {t('ui:close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <Text size="sm">{t('merge.hint', { name })}</Text>
            <Select
              label={t('merge.into')}
              data={choices(before.terms, before.term, locale)}
              value={into}
              onChange={setInto}
              searchable
              selectFirstOptionOnChange
              nothingFoundMessage={t('noSuchTerm')}
              data-autofocus
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TermUses vocabulary={vocabulary} slug={from} name={name} />
              {into && <TermUses vocabulary={vocabulary} slug={into} name={intoName} />}
            </SimpleGrid>
            <Refusal refusal={refusal} area="vocabularies" />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" disabled={!into} loading={isBusy}>
                {t('merge.do')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function choices(terms: Term[], but: Term, locale: string) {
  return terms
    .filter(({ id, slug }) => id !== but.id && slug)
    .map((one) => ({ value: String(one.slug), label: termName(one, locale) }))
}
