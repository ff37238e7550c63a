import { wallTime } from '../../i18n/siteTime'

const HALF_DAY = 12 * 3600_000

/** The instants that a wall time means: none where the clocks skip it, two where they are turned back over it. */
export function instantsOf(wall: string, zone: string): Date[] {
  const guess = Date.parse(`${wall.slice(0, 16)}Z`)
  if (Number.isNaN(guess)) return []
  const offsets = [guess - HALF_DAY, guess, guess + HALF_DAY].map((moment) => offsetAt(moment, zone))
  const found = [...new Set(offsets.map((offset) => guess - offset))].sort((one, other) => one - other)
  return found.map((moment) => new Date(moment)).filter((moment) => wallTime(moment, zone) === wall.slice(0, 16))
}

function offsetAt(moment: number, zone: string): number {
  return Date.parse(`${wallTime(new Date(moment), zone)}Z`) - Math.trunc(moment / 60_000) * 60_000
}

/** What the zone is called at that instant: "CEST" in a Brussels May, "CET" in December; British English knows most. */
export function zoneName(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(moment)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

export type Reading = { zone: string; isSkipped: boolean; isTwice: boolean; hasPassed: boolean }

/** How a wall time in a zone is read; null where one of the two is not known yet. */
export function readingOf(
  wall: string | null | undefined,
  zone: string | null | undefined,
  now = Date.now(),
): Reading | null {
  if (!wall || !zone) return null
  try {
    const [first, second] = instantsOf(wall, zone)
    if (!first) return { zone: '', isSkipped: true, isTwice: false, hasPassed: false }
    return {
      zone: zoneName(first, zone),
      isSkipped: false,
      isTwice: second !== undefined,
      hasPassed: first.getTime() <= now,
    }
  } catch {
    return null // no such zone
  }
}
