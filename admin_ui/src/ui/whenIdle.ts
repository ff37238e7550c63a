const LATEST = 10_000

/** Once the browser has nothing else to do; answers how to call it off. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const begun = requestIdleCallback(work, { timeout: LATEST })
    return () => cancelIdleCallback(begun)
  }
  const begun = setTimeout(work, LATEST / 5)
  return () => clearTimeout(begun)
}
