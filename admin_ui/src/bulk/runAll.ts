/** Does `work` for each of `all`, a few at a time, until they are done or `signal` says to stop. */
export async function runAll<One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
  signal: AbortSignal,
  atOnce = 3,
): Promise<void> {
  const left = all.values()
  const worker = async () => {
    for (const one of left) {
      if (signal.aborted) return
      await work(one)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker))
}
