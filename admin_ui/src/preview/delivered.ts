/** What the delivery API says of one address of a site, asked as a visitor with the token of a preview asks. */

type Image = { alt: string; url: string }
type Block = { __typename: string; id: string; heading?: string | null; body?: string | null }
type Speaker = { person: { name: string } | null; role: string | null; organisationName: string | null }
type Talk = { id: string; title: string | null; speakers: Speaker[] }
export type Session = {
  id: string
  title: string
  typeLabel: string
  startTime: string | null
  talks: Talk[]
  children?: Session[]
}
export type Day = { id: string; label: string; dateLabel: string; sessions: Session[] }
export type Delivered = {
  __typename: string
  title: string
  lead?: string | null
  dateLabel?: string
  statusLabel?: string
  banner?: Image | null
  image?: Image | null
  focus?: string | null
  context?: string | null
  blocks?: Block[]
  days?: Day[]
}
export type Asked = { site: string; locale: string; token: string; path: string }

const QUERY = `
query Preview($site: String!, $locale: Locale!, $token: String!, $path: String!) {
  site(key: $site, locale: $locale, preview: $token) {
    route(path: $path) {
      __typename
      ... on NewsItem { title lead dateLabel image { ...Picture } blocks { ...Words } }
      ... on Edition {
        title lead dateLabel statusLabel focus context banner { ...Picture }
        days { id label dateLabel sessions { ...Part children { ...Part } } }
      }
      ... on Page { title blocks { ...Words } }
      ... on Series { title }
      ... on CallForHosts { title }
    }
  }
}
fragment Picture on Image { alt url(width: 1200) }
fragment Words on Block { __typename id ... on TextBlock { heading body } }
fragment Part on Session {
  id title typeLabel startTime
  talks { id title speakers { person { name } role organisationName } }
}`

type Fault = { message: string; extensions?: { code: string; problems?: { field: string }[] } }

/** A draft that lacks what pages count on: the names of those fields. */
export class Incomplete extends Error {
  constructor(readonly fields: string[]) {
    super('INCOMPLETE_DRAFT')
  }
}

/** Null where there is nothing at the address. Throws Incomplete, and where the API cannot be reached or refuses. */
export async function delivered(variables: Asked): Promise<Delivered | null> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: QUERY, variables }),
  })
  const answer: { data?: { site: { route: Delivered | null } }; errors?: Fault[] } = await response.json()
  const incomplete = answer.errors?.find((one) => one.extensions?.code === 'INCOMPLETE_DRAFT')
  if (incomplete) throw new Incomplete(incomplete.extensions?.problems?.map((one) => one.field) ?? [])
  if (answer.errors || !answer.data) throw new Error(answer.errors?.map((one) => one.message).join(' '))
  return answer.data.site.route
}
