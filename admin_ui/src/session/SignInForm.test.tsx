import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { TEXTS } from '../app/texts'
import { messages } from '../app/texts/first/en'
import { startLanguage } from '../i18n'
import { SignInForm } from './SignInForm'

const PERSON = { id: '1', email: 'eva@example.org', name: 'Eva' }
const CODE_NEEDED = { error: { code: 'CODE_NEEDED', message: '', challenge: 'abc', expires_in: 300 } }
const WRONG = { error: { code: 'SIGN_IN_FAILED', message: 'no' } }

/** What the server answers, one after the other; answers what it was sent. */
function serverAnswers(...answers: [number, object, Record<string, string>?][]): [string, unknown][] {
  const sent: [string, unknown][] = []
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    sent.push([address, JSON.parse(body)])
    const [status, answer, headers] = answers.shift() ?? [500, {}]
    return new Response(JSON.stringify(answer), { status, headers })
  })
  return sent
}

async function shown(email?: string) {
  await startLanguage(TEXTS)
  const onDone = vi.fn()
  render(
    <MantineProvider env="test">
      <SignInForm email={email} onDone={onDone} />
    </MantineProvider>,
  )
  return onDone
}

async function givePassword() {
  await userEvent.type(screen.getByLabelText(/^Password/), 'right horse battery')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

async function giveCode(code: string) {
  await userEvent.clear(await screen.findByLabelText(/^Code/))
  await userEvent.type(screen.getByLabelText(/^Code/), code)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('a code is asked for where the account wants one, and sent with its challenge', async () => {
  const sent = serverAnswers([401, CODE_NEEDED], [200, { person: PERSON }])
  const onDone = await shown(PERSON.email)

  await givePassword()
  await giveCode('123456')

  expect(onDone).toHaveBeenCalledWith(PERSON)
  expect(sent).toEqual([
    ['/session', { email: PERSON.email, password: 'right horse battery' }],
    ['/session/code', { challenge: 'abc', code: '123456' }],
  ])
})

test('a wrong code may be given again, until the server wants the password anew', async () => {
  serverAnswers([401, CODE_NEEDED], ...Array.from({ length: 5 }, () => [401, WRONG] as [number, object]))
  const onDone = await shown(PERSON.email)
  await givePassword()

  await giveCode('000000')
  const text = messages.session?.codes as Record<string, string>
  expect(await screen.findByRole('alert')).toHaveTextContent(text.WRONG_CODE as string)
  for (let turn = 0; turn < 4; turn++) await giveCode('000000')

  expect(await screen.findByLabelText(/^Password/)).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent(text.CHALLENGE_OVER as string)
  expect(onDone).not.toHaveBeenCalled()
})

test('after too many attempts the person learns how long to wait', async () => {
  serverAnswers([429, { error: { code: 'TOO_MANY_REQUESTS', message: '' } }, { 'retry-after': '290' }])
  await shown(PERSON.email)

  await givePassword()

  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 5 minutes.')
})
