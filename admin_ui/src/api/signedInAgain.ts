type Listener = () => void

let waiting: { done: Promise<void>; resolve: () => void } | undefined
let onExpired: Listener = () => undefined

/** Called when a request was refused for want of a session: resolved once the person has signed in again. */
export function signedInAgain(): Promise<void> {
  if (!waiting) {
    let resolve: () => void = () => undefined
    const done = new Promise<void>((fulfil) => {
      resolve = fulfil
    })
    waiting = { done, resolve }
    onExpired()
  }
  return waiting.done
}

export function whenExpired(listener: Listener): void {
  onExpired = listener
}

export function sessionIsBack(): void {
  waiting?.resolve()
  waiting = undefined
}
