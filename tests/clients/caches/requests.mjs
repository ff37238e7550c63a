// Notes what a client really sends: `sent` has {method, text, hash}, the last two saying whether they were there.
export const sent = []
const ask = globalThis.fetch

globalThis.fetch = (url, options) => {
  const parameters = new URL(url).searchParams
  const body = options.body ? JSON.parse(options.body) : Object.fromEntries(parameters)
  sent.push({ method: options.method ?? 'GET', text: 'query' in body, hash: 'extensions' in body })
  return ask(url, options)
}
