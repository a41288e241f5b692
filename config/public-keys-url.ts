/** What a key-set address may be: the keys decide who is let in, so they must not come over a line that others can touch. */

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What is wrong with it, in words that give no credentials away; undefined when nothing is. */
export const publicKeysUrlFault = (text: string): string | undefined => {
  if (!URL.canParse(text)) return 'text that is no URL'
  const url = new URL(text)
  if (url.username || url.password) return 'a URL with credentials'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && loopbackHosts.has(url.hostname)) return undefined
  return url.protocol === 'http:' ? 'http over the network' : `a URL of ${url.protocol}`
}
