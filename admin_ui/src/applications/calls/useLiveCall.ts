import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { useEdited } from '../../editing/EditedContext'
import { currentLanguage } from '../../i18n'
import { useRepeat } from '../../ui/useRepeat'
import { LiveCallDocument } from './gql/graphql'

const HALF_A_MINUTE = 30_000

/** What visitors see of the call now; asked for again, because the clock changes it too. */
export function useLiveCall() {
  const { item } = useEdited()
  const [{ data }, ask] = useQuery({
    query: LiveCallDocument,
    variables: { id: item.id, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const live = item.states.map(({ locale, liveVersion }) => `${locale}${liveVersion}`).join()
  const known = useRef(live)
  useEffect(() => {
    if (known.current === live) return
    known.current = live
    ask({ requestPolicy: 'network-only' }) // it was published, or taken away
  }, [live, ask])
  useRepeat(() => ask({ requestPolicy: 'network-only' }), Boolean(data?.liveCall), HALF_A_MINUTE)
  return { live: data?.liveCall, isKnown: data !== undefined }
}
