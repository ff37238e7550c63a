import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { Card } from '../../form/cards/CardStore'
import { NamesakesDocument } from '../../form/gql/graphql'
import { currentLanguage } from '../../i18n'
import type { Line } from '../model/pastedLines'
import type { Namesakes } from './proposal'

const NONE: readonly Card[] = []

/** Who and what of the library is called as in these lines; `isKnown` once that was looked up for all of them. */
export function useNamesakes(lines: readonly Line[]): { of: (line: Line) => Namesakes; isKnown: boolean } {
  const names = useMemo(
    () => [distinct(lines.map((one) => one.name)), distinct(lines.map((one) => one.organisation))],
    [lines],
  )
  const [settled] = useDebouncedValue(names, 250)
  const [people = [], organisations = []] = settled
  const [{ data, fetching }] = useQuery({
    query: NamesakesDocument,
    variables: { people, organisations, locale: currentLanguage() },
    requestPolicy: 'network-only',
    pause: people.length === 0,
  })
  return useMemo(() => {
    const byName = (found: { name: string; items: Card[] }[] = []) => new Map(found.map((one) => [one.name, one.items]))
    const [persons, bodies] = [byName(data?.people), byName(data?.organisations)]
    return {
      of: ({ name, organisation }) => ({
        people: persons.get(name) ?? NONE,
        organisations: bodies.get(organisation) ?? NONE,
      }),
      isKnown: !fetching && lines.every((one) => persons.has(one.name)),
    }
  }, [data, fetching, lines])
}

const distinct = (names: string[]) => [...new Set(names)].filter(Boolean)
