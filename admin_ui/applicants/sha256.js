import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** In hexadecimal, at once: the browser's own is asynchronous, and missing on pages that came without TLS. */
export const sha256 = (text) => bytesToHex(digest(utf8ToBytes(text)))
