/** A list with everything that narrows and sorts it, under a name. `query` is its address without the question mark. */
export type SavedView = { name: string; query: string }

const MOST = 20

// The API has no place for them, so they stay in the browser that they were saved in, for each person.
const keyOf = (person: string) => `cms.views.${person}`

export function savedViews(person: string, type: string): SavedView[] {
  return read(person)[type] ?? []
}

/** One of the same name is replaced. */
export function saveView(person: string, type: string, view: SavedView): SavedView[] {
  const others = savedViews(person, type).filter(({ name }) => name !== view.name)
  return write(person, type, [...others, view].slice(-MOST))
}

export function forgetView(person: string, type: string, name: string): SavedView[] {
  return write(
    person,
    type,
    savedViews(person, type).filter((one) => one.name !== name),
  )
}

function write(person: string, type: string, views: SavedView[]): SavedView[] {
  localStorage.setItem(keyOf(person), JSON.stringify({ ...read(person), [type]: views }))
  return views
}

function read(person: string): Record<string, SavedView[]> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Record<string, SavedView[]>) : {}
  } catch {
    return {}
  }
}
