import type { Content, Slugs } from './DraftStore'
import { isSame, type Json, type JsonObject } from './json'
import { rebase } from './merge'

/** The present content with the change from `from` to `to` made in it; what was changed elsewhere since stays. */
export function replayed(from: Content, to: Content, present: Content): Content {
  return {
    data: fields(from.data, to.data, present.data),
    slugs: fields(from.slugs, to.slugs, present.slugs) as Slugs,
  }
}

function fields(from: JsonObject, to: JsonObject, present: JsonObject): JsonObject {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => from[name] !== to[name])
  const values = names.map((name) => [name, field(from[name], to[name], present[name])] as const)
  const next = { ...present, ...Object.fromEntries(values) }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
}

function field(from: Json, to: Json, present: Json): Json {
  return isSame(present, from) ? to : rebase(from, to, present)
}
