import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { initReactI18next } from 'react-i18next'

/** The languages of the interface; content has its own. */
export const LANGUAGES = { en: 'English', cs: 'Čeština', bg: 'Български' } as const
export type Language = keyof typeof LANGUAGES

const KEPT = 'cms.language'
/** {area: its texts by their keys} */
export type Messages = Record<string, Record<string, unknown>>
type Load = () => Promise<{ messages: Messages }>
/** What home and the lists say is there at once, the texts of all other areas follow. */
export type Texts = Record<Language, { first: Load; rest: Load }>

let loaders: Texts
let follow: (loading: Promise<void>) => void
/** Pending from the start: screens ask for it before the language is known. */
const rest = new Promise<void>((resolve) => {
  follow = resolve
})
let isRestThere = false

export async function startLanguage(texts: Texts): Promise<void> {
  loaders = texts
  const language = preferred()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
    resources: {},
  })
  await add(language, loaders[language].first)
  document.documentElement.lang = language
  const others = add(language, loaders[language].rest).then(() => {
    isRestThere = true
  })
  follow(others)
}

/** Resolved once the texts of every area are there. */
export function everyText(): Promise<void> {
  return rest
}

/** Whether they are there, for what names screens of other areas. */
export function useEveryText(): boolean {
  const [isThere, setThere] = useState(isRestThere)
  useEffect(() => void rest.then(() => setThere(true), ignored), [])
  return isThere
}

export async function chooseLanguage(language: Language): Promise<void> {
  const { first, rest: others } = loaders[language]
  await Promise.all([add(language, first), add(language, others)])
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(KEPT, language)
}

export function currentLanguage(): Language {
  return known(i18next.language) ?? 'en'
}

async function add(language: Language, load: Load): Promise<void> {
  const { messages } = await load()
  for (const [area, texts] of Object.entries(messages)) i18next.addResourceBundle(language, area, texts, true, true)
}

function preferred(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((one) => known(one?.slice(0, 2)))
  return wanted.find((one) => one !== undefined) ?? 'en'
}

function known(language: string | null | undefined): Language | undefined {
  return language && language in LANGUAGES ? (language as Language) : undefined
}

/** Screens that need these texts cannot be opened then, and say so themselves. */
const ignored = () => undefined
