/** Why a request got no answer, in a few words without an address: some addresses are secrets. */
export const fetchFault = (error: unknown, timeoutMs: number): string => {
  const { name, cause } = error as Error & { cause?: { code?: unknown; message?: unknown } }
  if (name === 'TimeoutError') return `no answer within ${timeoutMs / 1_000} s`
  return String(cause?.code ?? cause?.message ?? name)
}
