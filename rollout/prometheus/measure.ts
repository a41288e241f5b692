/** What an answer says as one number; anything else is no verdict, with the reason. */
import type { Measurement } from '../core/gates.ts'
import type { QueryAnswer, Sample } from './client.ts'

const mostNamed = 3

const namesOf = (samples: readonly Sample[]): string => {
  const names = samples.slice(0, mostNamed).map(
    ({ labels }) =>
      Object.entries(labels)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ') || 'no label',
  )
  return `${names.join(', ')}${samples.length > mostNamed ? ', …' : ''}`
}

export const measurementOf = (answer: QueryAnswer): Measurement => {
  if ('fault' in answer) return { unknown: answer.fault }
  const [only, ...others] = answer
  if (only === undefined) return { unknown: 'Prometheus has no data' }
  if (others.length > 0) {
    return {
      unknown: `Prometheus has ${answer.length} series where one was expected (${namesOf(answer)}): choose one by --namespace`,
    }
  }
  if (Number.isNaN(only.value)) return { unknown: 'Prometheus says NaN: nothing to divide by' }
  return Number.isFinite(only.value) ? { value: only.value } : { unknown: 'Prometheus says infinity' }
}
