import { useMemo } from 'react'
import { type CombinedError, useQuery } from 'urql'
import type { JsonObject } from '../form/store/json'
import { currentLanguage } from '../i18n'
import { EditorSitesDocument } from './gql/graphql'

const NETWORK = { requestPolicy: 'network-only' } as const

/** What the editor knows of a site; `id` is that of its item. */
export type EditorSite = {
  id: string
  key: string
  name: string
  locales: string[]
  defaultLocale: string
  fallbackOrder: string[]
  timeZone: string
  hasPreview: boolean
}

type Sites = { sites: EditorSite[]; isLoading: boolean; error?: CombinedError; again: () => void }

export function useSites(): Sites {
  const [{ data, error, fetching }, ask] = useQuery({ query: EditorSitesDocument })
  const sites = useMemo(
    () => data?.items.nodes.map((one) => editorSite(one.id, one.data as JsonObject)).filter((one) => one.key) ?? [],
    [data],
  )
  return { sites, isLoading: fetching && !data, error: data ? undefined : error, again: () => ask(NETWORK) }
}

function editorSite(id: string, data: JsonObject): EditorSite {
  const names = (data.name ?? {}) as Record<string, string>
  const key = String(data.key ?? '')
  const locales = Array.isArray(data.locales) ? data.locales.map(String) : []
  return {
    id,
    key,
    name: names[currentLanguage()] ?? Object.values(names)[0] ?? key,
    locales,
    defaultLocale: String(data.default_locale ?? locales[0] ?? 'en'),
    fallbackOrder: Array.isArray(data.fallback_order) ? data.fallback_order.map(String) : [],
    timeZone: String(data.time_zone ?? 'UTC'),
    hasPreview: Boolean(data.preview_url),
  }
}

type Placed = { site: string; shared: string[]; states: { locale: string }[] }

/**
 * The languages an item may be written in: those of its own site with the default one first, then those of the sites
 * that show it too. Something that belongs to every site is written in all their languages.
 */
export function languagesOf(item: Placed, sites: EditorSite[]): string[] {
  const own = sites.filter((one) => one.key === item.site)
  const others = sites.filter((one) => item.shared.includes(one.key))
  const places = own.length || others.length ? [...own, ...others] : sites
  const wanted = places.flatMap((one) => [one.defaultLocale, ...one.locales])
  return [...new Set([...wanted, ...item.states.map((one) => one.locale)])]
}
