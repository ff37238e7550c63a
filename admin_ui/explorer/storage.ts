/** Tabs and history of one API, apart from those of the other. Without storage, as in private windows, none is kept. */
export function storageOf(endpoint: string): Storage {
  const prefix = `explorer:${endpoint}:`
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  return {
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of keys()) localStorage.removeItem(key)
    },
    key: (index) => keys()[index]?.slice(prefix.length) ?? null,
    get length() {
      return keys().length
    },
  }
}
