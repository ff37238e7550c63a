/** Which addresses a text may hold: exactly those that the server takes. */

const LONGEST = 2000
const REST = '[^\\s\\x00-\\x1f\\x7f\\\\<>"\\ud800-\\udfff]'
const SAFE = new RegExp(
  `^(?:https?:\\/\\/(?![/?#])${REST}+|mailto:${REST}+|tel:${REST}+|\\/(?!\\/)${REST}*|#${REST}+)$`,
  'iu',
)
const FRAGMENT = new RegExp(`^(?:(?!#)${REST}){1,200}$`, 'u')
const ON_THE_WEB = /^(?:https?:\/)?\//i
const ID = /^[0-9a-f]{24}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** The id of a heading, and what stands behind "#" in an address. */
export const isFragment = (value: unknown): value is string => typeof value === 'string' && FRAGMENT.test(value)

export function isSafeAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && SAFE.test(value)
}

/** Of something that can be fetched: no mail and no telephone. */
export function isSafeSource(value: unknown): value is string {
  return isSafeAddress(value) && ON_THE_WEB.test(value)
}

const CONTROLS = /\p{Cc}/gu
const ENCODED: Record<string, string> = { ' ': '%20', '"': '%22', '<': '%3C', '>': '%3E', '\\': '%5C' }
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i
const HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]|$)/u

/** What somebody typed or pasted as a safe address, repaired as the address bar would; null where there is none. */
export function repairedAddress(typed: string): string | null {
  const bare = typed.replace(CONTROLS, '').trim()
  const mended = mend(bare).replace(/[ "<>\\]/g, (sign) => ENCODED[sign] ?? '')
  return isSafeAddress(mended) ? mended : null
}

function mend(bare: string): string {
  if (/^tel:/i.test(bare)) return bare.replaceAll(' ', '')
  if (bare.startsWith('//')) return `https:${bare}`
  if (MAIL.test(bare)) return `mailto:${bare}`
  return HOST.test(bare) ? `https://${bare}` : bare
}
