import { expect, test } from 'vitest'
import { ADMINISTRATION } from '../administration'
import { byArea } from './byArea'

type Texts = { [name: string]: string | Texts }
const all = {
  en: byArea(import.meta.glob('../../**/messages.en.json', { eager: true, import: 'default' })),
  cs: byArea(import.meta.glob('../../**/messages.cs.json', { eager: true, import: 'default' })),
  bg: byArea(import.meta.glob('../../**/messages.bg.json', { eager: true, import: 'default' })),
}
const FORM = /_(zero|one|two|few|many|other)$/

/** "lists.count" for each text; the forms of a number are one text. */
function namesOf(texts: Texts, before = ''): string[] {
  const names = Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${before}${name.replace(FORM, '')}`] : namesOf(text, `${before}${name}.`),
  )
  return [...new Set(names)]
}

function formsOf(language: string): Set<string> {
  const rules = new Intl.PluralRules(language)
  return new Set(Array.from({ length: 101 }, (_, n) => rules.select(n)))
}

/** Names of counted texts that lack a form which the language has for whole numbers. */
function formsMissing(texts: Texts, language: string, wanted = formsOf(language), before = ''): string[] {
  const counted = new Set(Object.keys(texts).flatMap((name) => (FORM.test(name) ? [name.replace(FORM, '')] : [])))
  const here = [...counted].flatMap((name) =>
    [...wanted].flatMap((form) => (`${name}_${form}` in texts ? [] : [`${before}${name}_${form}`])),
  )
  const below = Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [] : formsMissing(text, language, wanted, `${before}${name}.`),
  )
  return [...here, ...below]
}

test.each(['cs', 'bg'] as const)('every text is there in %s', (language) => {
  const [english, translated] = [namesOf(all.en as Texts), namesOf(all[language] as Texts)]
  expect(english.filter((name) => !translated.includes(name))).toEqual([])
})

test.each(['en', 'cs', 'bg'] as const)('what is counted has every form that %s needs', (language) => {
  expect(formsMissing(all[language] as Texts, language)).toEqual([])
})

test.each(['en', 'cs', 'bg'] as const)(
  'no two of our own entries of the menu are called the same in %s',
  (language) => {
    const own = ['shell:home', 'applications:title', 'applications:ranking']
    const names = [...own, ...ADMINISTRATION.map(({ label }) => label)].map((key) => textAt(language, key))
    const words = names.map((one) => one.toLocaleLowerCase(language))
    expect(words.filter((one, place) => words.indexOf(one) !== place)).toEqual([])
  },
)

/** As i18next finds "area:group.name". */
function textAt(language: keyof typeof all, key: string): string {
  const [area = '', path = ''] = key.split(':')
  const text = path
    .split('.')
    .reduce<Texts | string | undefined>(
      (found, name) => (typeof found === 'object' ? found[name] : undefined),
      (all[language] as Texts)[area],
    )
  if (typeof text !== 'string') throw new Error(`${key} is missing in ${language}`)
  return text
}
