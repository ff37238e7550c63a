import type { Card } from '../../form/cards/CardStore'
import type { JsonObject } from '../../form/store/json'

/** With role and organisation as the person had them last, to be corrected where they have changed. */
export function newSpeaker(person: Card, capacity: string, locale: string): JsonObject {
  const last = person.lastAppearance
  const name = last?.organisationName ?? last?.organisation?.title
  return {
    person: person.id,
    capacity,
    ...(last?.role && { role: { [locale]: last.role } }),
    ...(name && { organisation_name: name }),
    ...(last?.organisation && { organisation: last.organisation.id }),
  }
}
