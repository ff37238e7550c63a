import { expect, test } from 'vitest'
import { everyText, startLanguage } from '.'

test('a screen that was opened before the language is known waits for the texts of all areas', async () => {
  const said: string[] = []
  const screen = everyText().then(() => said.push('screen'))
  const load = async () => ({ messages: {} })
  const rest = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    said.push('texts')
    return { messages: {} }
  }
  const texts = { first: load, rest }

  await startLanguage({ en: texts, cs: texts, bg: texts })
  await screen

  expect(said).toEqual(['texts', 'screen'])
})
