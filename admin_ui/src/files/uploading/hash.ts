import { sha256 as incremental } from '@noble/hashes/sha2.js'

/** What the browser's own hash gets at once; it takes no pieces. */
const AT_ONCE_BYTES = 32 * 1024 * 1024
/** So little that the page stays awake between two pieces. */
const PIECE_BYTES = 1024 * 1024

/** SHA-256 in hexadecimal. Null where the file cannot be read. Pages that came without TLS have no hash of their own. */
export async function sha256(file: File): Promise<string | null> {
  const isSmall = file.size <= AT_ONCE_BYTES && globalThis.crypto?.subtle
  const digest = await (isSmall ? whole(file) : inPieces(file)).catch(() => null)
  return digest && Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function whole(file: File): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
}

async function inPieces(file: File): Promise<Uint8Array> {
  const hash = incremental.create()
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    hash.update(new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer()))
  }
  return hash.digest()
}
