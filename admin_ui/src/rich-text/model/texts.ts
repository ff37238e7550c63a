const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|\ufffe|\uffff/gu

/** Without the characters that no text may hold. */
export const printable = (text: string) => text.replace(UNPRINTABLE, '')

/** A caption or description as it is stored: one line, null for none. */
export function oneLine(text: string, longest: number): string | null {
  return printable(text).replace(/\s+/g, ' ').trim().slice(0, longest).trim() || null
}
