import { useQuery } from 'urql'
import { SitesOfFilesDocument } from './gql/graphql'

export type SiteChoice = { key: string; mayUpload: boolean }

/** The sites whose files one sees, and where one may add some. */
export function useSites(): SiteChoice[] {
  const [{ data }] = useQuery({ query: SitesOfFilesDocument })
  const roles = data?.viewer?.roles ?? []
  const mayUpload = (key: string) =>
    roles.some(({ site, rights }) => (site === '*' || site === key) && rights.includes('create'))
  const keys = data?.items.nodes.map((one) => String((one.data as { key?: string }).key ?? '')) ?? []
  return keys.filter(Boolean).map((key) => ({ key, mayUpload: mayUpload(key) }))
}
