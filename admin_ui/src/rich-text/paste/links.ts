import { isId, repairedAddress } from '../model/addresses'

/** Where the programs of mail and documents hide the address that was meant. */
const WRAPPED: [RegExp, string][] = [
  [/^https?:\/\/www\.google\.[a-z.]+\/url\?/i, 'q'],
  [/^https?:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\//i, 'url'],
]

/** Links keep addresses that are safe; places inside the foreign page, scripts and files of its disk become their text. */
export function cleanLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) {
    if (isId(link.dataset.item) || isId(link.dataset.file)) continue
    const given = link.getAttribute('href') ?? ''
    const address = given.startsWith('#') || !given.trim() ? null : repairedAddress(meant(given.trim()))
    if (address) link.setAttribute('href', address)
    else link.replaceWith(...link.childNodes)
  }
}

function meant(address: string): string {
  const name = WRAPPED.find(([pattern]) => pattern.test(address))?.[1]
  if (!name || !URL.canParse(address)) return address
  return new URL(address).searchParams.get(name) ?? address
}
