/** SHA-256 in hexadecimal. Null where the browser has none (pages that came without TLS) or the file cannot be read. */
export async function sha256(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return null
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
