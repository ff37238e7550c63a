import { isObject, type Json } from '../../form/store/json'
import { matchFiles, type Talk } from '../model/matchFiles'
import { allTalks, childrenOf, type Days } from '../model/places'

/** A talk as files are matched with it; `called`: how it is named in lists. */
export type KnownTalk = Talk & { called: string; speakers: string[] }
export type Proposed = { file: File; talk: string; title: string }

/** `name`: of a person by id, "" while it is not known. */
export function knownTalks(days: Days, name: (person: string) => string): KnownTalk[] {
  return allTalks(days).map(({ talk }) => {
    const speakers = childrenOf(talk, 'speakers')
    const ids = speakers.map((one) => String(one.person ?? '')).filter(Boolean)
    const people = ids.map(name).filter(Boolean)
    const titles = texts(talk.title)
    return {
      id: talk.id,
      titles,
      people,
      organisations: speakers.map((one) => String(one.organisation_name ?? '')).filter(Boolean),
      speakers: ids,
      called: [people.join(', '), titles[0]].filter(Boolean).join(': '),
    }
  })
}

/** Each file with the talk that it belongs to by its name, "" where that is for the editor to say. */
export function proposedFiles(files: readonly File[], talks: readonly KnownTalk[], talk?: string): Proposed[] {
  const found = matchFiles(
    files.map((one) => one.name),
    talks,
  )
  return files.map((file, at) => {
    const id = talk ?? found[at] ?? ''
    return {
      file,
      talk: id,
      title: titleFor(
        file,
        talks.find((one) => one.id === id),
      ),
    }
  })
}

/** What visitors read at the download: the talk's own title, else what the file is called. */
export function titleFor(file: File, talk: KnownTalk | undefined): string {
  return talk?.titles[0] ?? spelledOut(file.name)
}

/** "03_Carmen-Mihai_final.pdf" as "03 Carmen-Mihai final". */
export function spelledOut(name: string): string {
  return name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_+]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

function texts(value: Json): string[] {
  return isObject(value)
    ? Object.values(value).filter((one): one is string => typeof one === 'string' && one !== '')
    : []
}
