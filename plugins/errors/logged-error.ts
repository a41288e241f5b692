/** What the log says of an error: all of it, but of a connection that failed not where it led to. */
import { stdSerializers } from 'pino'
import { isConnectionFault } from './database-faults.ts'

/** The network's words end with the address: "connect ECONNREFUSED 10.0.0.7:5432", "getaddrinfo ENOTFOUND db.internal". */
export const withoutAddress = (text: string): string => text.replace(/\b(E[A-Z]{3}[A-Z_]*)\b.*/, '$1')

export const loggedError = (error: Error) => {
  if (!isConnectionFault(error)) return stdSerializers.err(error)
  const { name, message, code, stack = '' } = error
  return {
    type: name,
    message: withoutAddress(message),
    // Its first line is the message.
    stack: stack.slice(stack.indexOf('\n') + 1),
    ...(code !== undefined && { code }),
  }
}
