/**
 * Lets what has the same key run one after another, in the order it came. A crowd at one meeting thus waits in memory,
 * not each with a connection of its own that everybody else needs.
 */
export function takeTurns() {
  const last = new Map<string, Promise<unknown>>()

  return async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const before = last.get(key)?.catch(() => {})
    const own = before ? before.then(run) : run()
    last.set(key, own)
    try {
      return await own
    } finally {
      if (last.get(key) === own) last.delete(key)
    }
  }
}
