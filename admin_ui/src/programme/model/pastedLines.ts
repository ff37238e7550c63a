/** What one pasted line says. `title`: of the talk, where the line names one. */
export type Line = { name: string; role: string; organisation: string; title: string }

const MOST_LINES = 60
const LONGEST = 1000

/**
 * Lines as "Name, role, organisation" or as cells of a table; what stands in quotation marks or after a colon is the
 * talk's title. Numbers and bullets in front are left out, and so is the head of a table.
 */
export function pastedLines(text: string): Line[] {
  const lines = text.split(/\r?\n/).map((one) => one.slice(0, LONGEST).normalize('NFC').trim())
  return lines
    .filter((one) => one !== '' && !isHead(one))
    .slice(0, MOST_LINES)
    .map(understood)
    .filter((one) => one.name !== '')
}

const isHead = (line: string) => /^(name|jméno|име)\s*[,;|\t]/i.test(line)

function understood(line: string): Line {
  const bare = line.replace(/^(?:[-–—•·*▪◦]|\(?\d{1,2}[.)])\s+/u, '')
  const { rest, title } = withoutTitle(bare)
  const cells = cellsOf(rest)
  const name = cells[0] ?? ''
  if (cells.length < 3) return { name, role: '', organisation: cells[1] ?? '', title }
  return { name, role: cells.slice(1, -1).join(', '), organisation: cells.at(-1) ?? '', title }
}

const QUOTED = /[“„"«]([^“”„"«»]{3,})[”“"»]/u

function withoutTitle(line: string): { rest: string; title: string } {
  const quoted = QUOTED.exec(line)
  if (quoted) return { rest: line.replace(quoted[0], '').replace(/[\s:,;–—-]+$/u, ''), title: quoted[1]?.trim() ?? '' }
  const colon = line.indexOf(': ')
  if (colon < 0 || line.includes('\t')) return { rest: line, title: '' }
  return { rest: line.slice(0, colon), title: line.slice(colon + 2).trim() }
}

/** By tabs, else by bars or semicolons, else by commas that are in no brackets, else by dashes. */
function cellsOf(line: string): string[] {
  const separators = [/\t+/, /\s*[|;]\s*/, /,(?![^(]*\))\s*/, /\s+[–—-]\s+/u]
  const found = separators.find((one) => line.split(one).length > 1)
  return (found ? line.split(found) : [line]).map((one) => one.trim().replace(/\s+/g, ' ')).filter((one) => one !== '')
}
