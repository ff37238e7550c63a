import { useMemo } from 'react'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { ListFrameDocument, type ListFrameQuery } from './gql/graphql'

export type SiteChoice = { key: string; name: string; locales: string[] }
export type TypeForm = ListFrameQuery['contentTypes'][number]

export type Frame = {
  me?: string
  sites: SiteChoice[]
  form?: TypeForm
  /** Sites where the person has the right. */
  sitesWith: (right: string) => SiteChoice[]
  /** What a choice of the type is called. */
  option: (field: string, value: string) => string
}

/** What every list of a type needs to know besides its rows. */
export function useFrame(type: string): Frame {
  const [{ data }] = useQuery({ query: ListFrameDocument })
  return useMemo(() => frameOf(data, type), [data, type])
}

function frameOf(data: ListFrameQuery | undefined, type: string): Frame {
  const sites = (data?.sites.nodes ?? []).flatMap(siteChoice)
  const roles = data?.viewer.roles ?? []
  const has = (right: string, key: string) =>
    roles.some(({ site, rights }) => (site === '*' || site === key) && rights.includes(right))
  const form = data?.contentTypes.find((one) => one.name === type)
  return {
    me: data?.viewer.id,
    sites,
    form,
    sitesWith: (right) => sites.filter(({ key }) => has(right, key)),
    option: (field, value) => optionLabel(form, field, value),
  }
}

function siteChoice({ title, values }: ListFrameQuery['sites']['nodes'][number]): SiteChoice[] {
  const { key, locales } = values as { key?: string; locales?: string[] }
  return key ? [{ key, name: title || key, locales: locales ?? [] }] : []
}

function optionLabel(form: TypeForm | undefined, field: string, value: string): string {
  const labels = form?.fields.find((one) => one.name === field)?.options.find((one) => one.value === value)?.labels
  const found = labels?.find((one) => one.locale === currentLanguage()) ?? labels?.[0]
  return found?.text ?? value
}
