import { hint as ApplicationForm } from './ApplicationForm'
import { hint as CallForHosts } from './CallForHosts'
import { hint as Edition } from './Edition'
import { type ListHint, PLAIN } from './hint'
import { hint as Menu } from './Menu'
import { hint as NewsItem } from './NewsItem'
import { hint as Organisation } from './Organisation'
import { hint as Person } from './Person'
import { hint as PresentationFile } from './PresentationFile'
import { hint as Site } from './Site'
import { hint as Vocabulary } from './Vocabulary'

const HINTS: Record<string, ListHint> = {
  ApplicationForm,
  CallForHosts,
  Edition,
  Menu,
  NewsItem,
  Organisation,
  Person,
  PresentationFile,
  Site,
  Vocabulary,
}

export function listHint(type: string): ListHint {
  return HINTS[type] ?? PLAIN
}

export type { ListHint } from './hint'
