import '@mantine/spotlight/styles.css'
import { Kbd, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { NewItem } from '../../creation/NewItem'
import { currentLanguage } from '../../i18n'
import { FindItemsDocument } from './gql/graphql'
import { matching } from './matching'
import { usePlaces } from './usePlaces'

const [store, palette] = createSpotlight()
const FEW = 7
/** What is typed while it appears would be lost. */
const AT_ONCE = { duration: 0 }
/** Its types do not know that it is a ScrollArea. */
const SCROLLED_BY_KEYS: object = { viewportProps: { tabIndex: 0 } }

/** Go to any screen, find any item, create anything, by a few letters. `asked` grows each time it is to be shown. */
export function Palette({ asked }: { asked: number }) {
  const { t } = useTranslation(['palette', 'content-types', 'lists'])
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [created, setCreated] = useState<string>()
  const { screens, creating } = usePlaces()
  const { items, isLooking } = useFound(query)
  useEffect(() => {
    if (asked) palette.open()
  }, [asked])

  const places = matching(query, screens)
  const news = matching(query, creating).slice(0, query ? FEW : 3)
  const first = query && (places[0]?.to ?? items[0]?.id ?? (isLooking ? undefined : news[0]?.type))
  useEffect(() => {
    if (first) selectFirst()
  }, [first])
  const isEmpty = !places.length && !news.length && !items.length
  return (
    <>
      <Spotlight.Root
        store={store}
        query={query}
        onQueryChange={setQuery}
        shortcut={null}
        scrollable
        maxHeight="60vh"
        transitionProps={AT_ONCE}
        attributes={{ content: { 'aria-label': t('open') } }}
      >
        <Spotlight.Search
          placeholder={t('placeholder')}
          aria-label={t('placeholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
        />
        <Spotlight.ActionsList {...SCROLLED_BY_KEYS}>
          {places.length > 0 && (
            <Spotlight.ActionsGroup label={t('screens')}>
              {places.map(({ to, label, icon: Icon }) => (
                <Spotlight.Action
                  key={to}
                  label={label}
                  leftSection={<Icon size={18} aria-hidden />}
                  onClick={() => void navigate(to)}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {items.length > 0 && (
            <Spotlight.ActionsGroup label={t('items')}>
              {items.map(({ id, type, title, site }) => (
                <Spotlight.Action
                  key={id}
                  label={title || t('lists:untitled')}
                  description={`${t(`content-types:singular.${type}`)} · ${site}`}
                  onClick={() => void navigate(`/content/${type}/${id}`)}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {news.length > 0 && (
            <Spotlight.ActionsGroup label={t('creating')}>
              {news.map(({ type, label, icon: Icon, to }) => (
                <Spotlight.Action
                  key={type}
                  label={label}
                  leftSection={<Icon size={18} aria-hidden />}
                  onClick={() => (to ? void navigate(to) : setCreated(type))}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {isEmpty && <Spotlight.Empty>{t(isLooking ? 'looking' : 'nothing')}</Spotlight.Empty>}
        </Spotlight.ActionsList>
        <Spotlight.Footer>
          <Text size="xs" c="dimmed">
            <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> <Kbd size="xs">Enter</Kbd> <Kbd size="xs">Esc</Kbd>
          </Text>
        </Spotlight.Footer>
      </Spotlight.Root>
      {created && <NewItem key={created} type={created} onClose={() => setCreated(undefined)} />}
    </>
  )
}

/** What Enter takes is marked; the library does so only for what is there at once. */
function selectFirst(): void {
  const list = document.getElementById(store.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}

/**
 * Items whose titles have words that begin so. Until the answer is there, those of the words before that fit these too:
 * Enter must never open what does not fit.
 */
function useFound(query: string) {
  const wanted = query.trim()
  const [search] = useDebouncedValue(wanted, 150)
  const [{ data, fetching }] = useQuery({
    query: FindItemsDocument,
    variables: { search, locale: currentLanguage() },
    pause: !search,
    requestPolicy: 'network-only',
  })
  const isLooking = fetching || search !== wanted
  const found = (wanted && data?.items.nodes.map((item) => ({ ...item, label: item.title }))) || []
  return { items: isLooking ? matching(wanted, found) : found, isLooking }
}
