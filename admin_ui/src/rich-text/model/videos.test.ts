import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { watchAddress } from './videos'

/** The same vectors hold for what the server reads, in `tests/cms/content/richtext/test_video_address.py`. */
const VECTORS: [string, string | null][] = JSON.parse(
  readFileSync(new URL('../../../../tests/facts/video_addresses.json', import.meta.url), 'utf-8'),
)

test.each(VECTORS)('%s is watched at %s', (given, watched) => expect(watchAddress(given)).toBe(watched))
