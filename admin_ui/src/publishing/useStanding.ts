import { useQuery } from 'urql'
import { standingIn, useEdited } from '../editing/EditedContext'
import { ReadinessDocument, type StandingInFragment } from './gql/graphql'

export type Standing = StandingInFragment

/** Where one language stands; of one that is not begun the server says what may be done with it. */
export function useStanding(locale: string): Standing {
  const { item } = useEdited()
  const known = standingIn(item, locale)
  const [{ data }] = useQuery({
    query: ReadinessDocument,
    variables: { id: item.id, locale },
    pause: known !== undefined,
  })
  return known ?? data?.item?.state ?? { ...NOT_BEGUN, locale }
}

const NOT_BEGUN: Standing = {
  locale: '',
  state: 'private',
  isChanged: false,
  isSentBack: false,
  liveVersion: null,
  scheduledVersion: null,
  goesAlong: [],
  publishedAt: null,
  effective: null,
  expires: null,
  submittedBy: null,
  planned: null,
  allowedTransitions: [],
}
