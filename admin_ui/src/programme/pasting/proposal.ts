import type { Card } from '../../form/cards/CardStore'
import type { JsonObject } from '../../form/store/json'
import { wordsOf } from '../model/matchFiles'
import type { Line } from '../model/pastedLines'

export const NEW = 'new'
/** Who is meant: the id of a person, NEW for somebody who is not in the library, null where that is to be decided. */
export type Who = string | null

export type Namesakes = { people: readonly Card[]; organisations: readonly Card[] }

/** Of those with the name the one who was last with that organisation, or the only one; of several none is guessed. */
export function proposedPerson(line: Line, people: readonly Card[]): Who {
  if (people.length === 0) return NEW
  const alike = people.filter((one) => isSameName(organisationOf(one), line.organisation))
  if (alike.length === 1) return alike[0]?.id ?? null
  return people.length === 1 ? (people[0]?.id ?? null) : null
}

const organisationOf = ({ lastAppearance: last }: Card) => last?.organisationName ?? last?.organisation?.title ?? ''

function isSameName(one: string, other: string): boolean {
  const [first, second] = [[...wordsOf(one)].join(' '), [...wordsOf(other)].join(' ')]
  return first !== '' && first === second
}

/** The organisation of that name, else the one for which the person last spoke under that name. */
export function organisationId(line: Line, who: Who, { people, organisations }: Namesakes): string | undefined {
  const person = people.find((one) => one.id === who)
  const last = person && isSameName(organisationOf(person), line.organisation) ? person.lastAppearance : null
  return organisations[0]?.id ?? last?.organisation?.id
}

/** A speaker as a talk holds it; the name of the organisation stays as it was pasted. */
export function speakerOf(line: Line, person: string, organisation: string | undefined, locale: string): JsonObject {
  return {
    person,
    capacity: 'speaker',
    ...(line.role && { role: { [locale]: line.role } }),
    ...(line.organisation && { organisation_name: line.organisation }),
    ...(organisation && { organisation }),
  }
}
