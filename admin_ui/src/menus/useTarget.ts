import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { MenuTargetDocument } from './gql/graphql'

/** `isShown`: whether visitors get the entry in a language, by fallback too; undefined while that is being asked. */
export type Target = { type?: string; title?: string; isShown?: boolean; isGone?: boolean }

/** Where an entry that leads to an item leads, as it is now. */
export function useTarget(id: string | null | undefined, locale: string): Target | null {
  const { site } = useEdited()
  const [{ data, error }] = useQuery({ query: MenuTargetDocument, variables: { id: id ?? '' }, pause: !id })
  if (!id) return null
  const item = data?.item
  if (error?.graphQLErrors.length || item?.deletedAt) return { isShown: false, isGone: true }
  if (!item) return {}
  const chain = [locale, ...(site?.fallbackOrder ?? [])]
  const isShown = item.states.some((one) => chain.includes(one.locale) && one.liveVersion !== null)
  return { type: item.type, title: item.title, isShown }
}
