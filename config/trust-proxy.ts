/** TRUST_PROXY: whose X-Forwarded-For is believed. */
import { isIP } from 'node:net'
import { ConfigError } from './config-error.ts'

export type TrustProxy = boolean | string[]

const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal'])

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

export const parseTrustProxy = (text: string): TrustProxy => {
  if (text === 'true' || text === 'false') return text === 'true'
  const networks = text.split(',').map((part) => part.trim())
  const wrong = networks.find((network) => !namedNetworks.has(network) && !isNetwork(network))
  if (wrong === undefined) return networks
  throw new ConfigError('TRUST_PROXY', JSON.stringify(wrong), 'true, false, or addresses and networks')
}
