import { keepTypes, type ListedType } from '../../content-types/types'
import type { Language, Messages, Texts } from '../../i18n'

type Document = { types: ListedType[]; texts: Record<string, unknown> }

/** The texts with what the server calls its content types; how they are listed is kept. Both are asked for at once. */
export function withContentTypes(texts: Texts): Texts {
  const first = (language: Language) => async () => {
    const [{ messages }, told] = await Promise.all([texts[language].first(), contentTypesIn(language)])
    keepTypes(told.types)
    return { messages: { ...messages, 'content-types': told.texts } satisfies Messages }
  }
  return {
    en: { ...texts.en, first: first('en') },
    cs: { ...texts.cs, first: first('cs') },
    bg: { ...texts.bg, first: first('bg') },
  }
}

/** The page says which version there is, so that the browser asks for the same one but once. */
async function contentTypesIn(language: Language): Promise<Document> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="content-types"]')?.content
  const address = `${import.meta.env.BASE_URL}content-types/${language}.json${version ? `?v=${version}` : ''}`
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`)
  return (await answer.json()) as Document
}
