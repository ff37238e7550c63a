// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guideDialogs } from './dialogFocus'

let end: () => void
beforeEach(() => {
  end = guideDialogs()
})
afterEach(() => {
  end()
  document.body.replaceChildren()
})

const CLOSE = '<header class="mantine-Modal-header"><button id="close">×</button></header>'
const MAIN = '<button class="mantine-Button-root" id="main">Publish</button>'
const CANCEL = '<button class="mantine-Button-root" data-variant="default" id="cancel">Cancel</button>'

function opened(body: string): HTMLElement {
  document.body.innerHTML = `<section role="dialog" tabindex="-1">${CLOSE}${body}</section>`
  document.getElementById('close')?.focus()
  return document.body.firstElementChild as HTMLElement
}
const focused = () => document.activeElement?.id

test.each([
  [`<input type="checkbox">${CANCEL}${MAIN}`, 'main'],
  [`<input id="name">${CANCEL}${MAIN}`, 'name'],
  [`<input><input id="wanted" data-autofocus>${MAIN}`, 'wanted'],
  [`<input disabled><textarea id="reason"></textarea>${MAIN}`, 'reason'],
  ['Only words', 'close'],
])('the cursor does not stay at the button that closes it: %s', (body, id) => {
  opened(body)
  expect(focused()).toBe(id)
})

test('it goes to the main button once that can be pressed', async () => {
  const dialog = opened(CANCEL)
  expect(focused()).toBe('close')
  dialog.insertAdjacentHTML('beforeend', MAIN)
  await vi.waitFor(() => expect(focused()).toBe('main'))
})

test('it is left to whoever did something before', async () => {
  const dialog = opened(CANCEL)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }))
  dialog.insertAdjacentHTML('beforeend', MAIN)
  await Promise.resolve()
  expect(focused()).toBe('close')
})

test('Ctrl-Enter presses the main button from anywhere in it', () => {
  const dialog = opened(`<input type="checkbox" id="one">${CANCEL}${MAIN}`)
  const pressed = vi.fn()
  dialog.querySelector('#main')?.addEventListener('click', pressed)
  dialog
    .querySelector('#one')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
  expect(pressed).toHaveBeenCalledOnce()
})
