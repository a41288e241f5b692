/** Where a token is pasted; on a development server also one button for each person of the demo plans. */
import { useEffect, useState } from 'preact/hooks'
import type { Person } from '../service/answers.ts'
import { request } from '../service/service.ts'
import { Problem, spokenTrouble } from '../service/trouble.ts'
import { tidyToken, visitorOf } from '../service/visitor.ts'

interface TokenFormProps {
  /** Only this person, where somebody's token has run out. */
  only?: string
  onToken: (token: string) => void
}

const faultOf = async (token: string): Promise<string | undefined> => {
  if (token === '') return 'Paste a token first.'
  if (visitorOf(token) === undefined) return 'This is not a token: three parts with dots between them.'
  try {
    await request('GET', '/api/v1/plans?limit=1', token)
    return undefined
  } catch (error) {
    const isRefused = error instanceof Problem && error.status === 401
    if (isRefused)
      return 'The service does not accept this token: it has run out, or was made for another service.'
    const { title, detail } = spokenTrouble(error)
    return `${title}. ${detail}`
  }
}

export const TokenForm = ({ only, onToken }: TokenFormProps) => {
  const [pasted, setPasted] = useState('')
  const [fault, setFault] = useState<string>()
  const [people, setPeople] = useState<Person[]>([])

  useEffect(() => {
    request<{ people: Person[] }>('GET', 'sign-in', '').then(
      (answer) => setPeople(answer.people.filter(({ id }) => only === undefined || id === only)),
      (error: unknown) => setFault(spokenTrouble(error).title),
    )
  }, [only])

  const enter = async (event: Event) => {
    event.preventDefault()
    const token = tidyToken(pasted)
    const found = await faultOf(token)
    setFault(found)
    if (found === undefined) onToken(token)
  }
  const enterAs = async (id: string) => {
    try {
      const { token } = await request<{ token: string }>('POST', 'sign-in', '', { body: { id } })
      onToken(token)
    } catch (error) {
      setFault(spokenTrouble(error).title)
    }
  }

  return (
    <>
      {people.length > 0 && (
        <section class="demo-people" aria-label="Demo">
          {people.map(({ id, title, roles }) => (
            <button type="button" key={id} class="person" onClick={() => enterAs(id)}>
              <strong>{title}</strong>
              <span class="quiet">{roles.join(', ')}</span>
            </button>
          ))}
        </section>
      )}
      <form class="token-form" onSubmit={enter}>
        <label>
          <span>Bearer token</span>
          <textarea
            name="token"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            value={pasted}
            aria-invalid={fault !== undefined}
            aria-describedby="token-fault"
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        </label>
        <p id="token-fault" class="fault" role="status">
          {fault}
        </p>
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
    </>
  )
}
