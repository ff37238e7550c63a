import { useQuery } from 'urql'
import { SitesOfFilesDocument } from './gql/graphql'

export type SiteChoice = { key: string; mayUpload: boolean; locales: string[] }

/** The sites whose files one sees, and where one may add some. */
export function useSites(): SiteChoice[] {
  const [{ data }] = useQuery({ query: SitesOfFilesDocument })
  const roles = data?.viewer?.roles ?? []
  const mayUpload = (key: string) =>
    roles.some(({ site, rights }) => (site === '*' || site === key) && rights.includes('create'))
  const sites = data?.items.nodes.map((one) => one.data as { key?: string; locales?: string[] }) ?? []
  return sites.flatMap(({ key, locales = [] }) => (key ? [{ key, locales, mayUpload: mayUpload(key) }] : []))
}

/** The languages in which a file of the site should be described. */
export function useLocalesOf(site: string): string[] {
  return useSites().find((one) => one.key === site)?.locales ?? []
}
