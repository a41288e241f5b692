/** A number of connections that each send as soon as they have their answer: autocannon. */
import autocannon from 'autocannon'
import type { Answers } from './answers.ts'
import type { LoadJob } from './load.ts'

const hasHeader = (pairs: readonly string[], name: string): boolean =>
  pairs.some((text, index) => index % 2 === 0 && text.toLowerCase() === name)

/** What autocannon's clients really do: its types tell of other headers. */
type Client = Pick<autocannon.Client, 'setHeadersAndBody'> & {
  on(event: 'headers', listener: (head: { headers: string[] }) => void): void
  on(event: 'response', listener: (status: number, bytes: number, milliseconds: number) => void): void
}

export const closedLoad = async (
  job: LoadJob,
  manner: LoadJob['manner'] & { kind: 'closed' },
  answers: Answers,
): Promise<void> => {
  const { requests } = job
  const takeNext = (client: Client): void => {
    const { headers, body } = requests[answers.send() % requests.length]!
    client.setHeadersAndBody({ ...headers }, body)
  }
  const setupClient = (plain: autocannon.Client): void => {
    const client = plain as unknown as Client
    let hasRetryAfter = false
    takeNext(client)
    client.on('headers', ({ headers }) => {
      hasRetryAfter = hasHeader(headers, 'retry-after')
    })
    // Told before the connection's next request is sent.
    client.on('response', (status, _bytes, milliseconds) => {
      answers.add(status, milliseconds, hasRetryAfter)
      takeNext(client)
    })
  }
  const { errors } = await autocannon({
    url: [...job.urls] as unknown as string,
    method: 'POST',
    connections: manner.connections,
    ...(manner.requests === undefined ? { duration: job.seconds } : { amount: manner.requests }),
    timeout: 60,
    // Only then does it look whether it is done.
    sampleInt: 100,
    setupClient,
  })
  for (let error = 0; error < errors; error += 1) answers.addError()
}
