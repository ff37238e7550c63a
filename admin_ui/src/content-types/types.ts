/** A column of a type's list, headed by what its field `name` is called. */
export type ListedColumn = {
  name: string
  /** Its share of the width, beside the title's 4. */
  share: number
  /** Fields of the draft that it shows. */
  reads: readonly string[]
  /** Which cell shows them: see lists/cells.ts. */
  shows: string
  /** Whether it shows the day that the list can be ordered by. */
  isDay: boolean
  /** Left out first where there is little room, because something else tells it too. */
  isMinor: boolean
}

/** How a content type is listed, as its declaration on the server says. */
export type ListedType = {
  name: string
  /** Part of the menu. */
  group: string
  icon: string
  /** Address of its items' screen, where that is not a list as of any type. */
  screen: string
  columns: readonly ListedColumn[]
  /** Choices by which its list can be narrowed. */
  filters: readonly string[]
  /** What is first: by the title, the latest day, or else what was changed last. */
  order: '' | 'title' | 'latest'
  /** Whether its list tells what is missing. */
  tellsMissing: boolean
  /** Its place among what home offers to create. */
  homePlace: number | null
  /** What a new item has before anybody writes. */
  beginsWith: Record<string, unknown>
  /** Fields of a new item that hold the day on which it is made. */
  beginsToday: readonly string[]
  /** Where it is referred to, whether its picture stands beside its name, and in which shape. */
  face: '' | 'round' | 'square'
  /** The field that a name is written into, where a new item needs no more than that. */
  named: { field: string; localized: boolean } | null
}

let known: readonly ListedType[] = []

/** Told before anything is shown; the order is that of the menu. */
export function keepTypes(types: readonly ListedType[]): void {
  known = types
}

export function contentTypes(): readonly ListedType[] {
  return known
}

/** Where its items are. */
export function addressOf({ name, screen }: ListedType): string {
  return screen || `/content/${name}`
}

export function contentType(name: string): ListedType | undefined {
  return known.find((one) => one.name === name)
}

/** The groups of the menu, each with its types. */
export function typeGroups(): [string, ListedType[]][] {
  const groups = [...new Set(known.map(({ group }) => group))]
  return groups.map((group) => [group, known.filter((one) => one.group === group)])
}
