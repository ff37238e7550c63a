import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the interface; content has its own. */
export const LANGUAGES = { en: 'English', cs: 'Čeština', bg: 'Български' } as const
export type Language = keyof typeof LANGUAGES

const KEPT = 'cms.language'
const loaders: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./en'),
  cs: () => import('./cs'),
  bg: () => import('./bg'),
}
export type Messages = Record<string, Record<string, unknown>>

/** {"../home/messages.en.json": …} as {home: …}: each area has its own messages. */
export function byArea(files: Record<string, Record<string, unknown>>): Messages {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.split('/')[1] ?? path, texts]))
}

export async function startLanguage(): Promise<void> {
  const english = await loaders.en()
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
    resources: { en: english.messages },
  })
  await chooseLanguage(preferred(), false)
}

export async function chooseLanguage(language: Language, keep = true): Promise<void> {
  const { messages } = await loaders[language]()
  for (const [area, texts] of Object.entries(messages)) i18next.addResourceBundle(language, area, texts, true, true)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  if (keep) localStorage.setItem(KEPT, language)
}

export function currentLanguage(): Language {
  return known(i18next.language) ?? 'en'
}

function preferred(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((one) => known(one?.slice(0, 2)))
  return wanted.find((one) => one !== undefined) ?? 'en'
}

function known(language: string | null | undefined): Language | undefined {
  return language && language in LANGUAGES ? (language as Language) : undefined
}
