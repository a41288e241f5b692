/** The whole page: first who you are, then what you came for. */
import { useMemo, useRef, useState } from 'preact/hooks'
import { forgetUnsavedAmendments } from '../amendment/use-editor.ts'
import { forgetUnsavedDrafts } from '../curation/use-draft-editor.ts'
import { SurroundingsContext } from '../service/context.ts'
import { createService } from '../service/service.ts'
import { type Visitor, visitorOf } from '../service/visitor.ts'
import { Header } from './header.tsx'
import { Pages } from './pages.tsx'
import { Renewal } from './renewal.tsx'
import { SignIn } from './sign-in.tsx'

interface SignedIn {
  visitor: Visitor
  token: string
}

export const App = () => {
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null)
  const [isExpired, setIsExpired] = useState(false)
  const renewed = useRef<(token: string) => void>(() => {})

  const service = useMemo(
    () =>
      createService(signedIn?.token ?? '', () => {
        setIsExpired(true)
        return new Promise<string>((resolve) => {
          renewed.current = resolve
        })
      }),
    [signedIn],
  )

  const enter = (token: string) => {
    const visitor = visitorOf(token)
    if (visitor) setSignedIn({ visitor, token })
  }
  const forgetWork = () => {
    forgetUnsavedAmendments()
    forgetUnsavedDrafts()
  }
  const leave = () => {
    forgetWork()
    setIsExpired(false)
    setSignedIn(null)
  }
  const renew = (token: string) => {
    setIsExpired(false)
    // Somebody else's token is somebody else's work: they start anew.
    if (visitorOf(token)?.id === signedIn?.visitor.id) renewed.current(token)
    else {
      forgetWork()
      enter(token)
    }
  }

  if (signedIn === null) return <SignIn onToken={enter} />
  return (
    <SurroundingsContext.Provider value={{ service, visitor: signedIn.visitor }} key={signedIn.visitor.id}>
      <Header visitor={signedIn.visitor} onLeave={leave} />
      <Pages />
      {isExpired && <Renewal visitor={signedIn.visitor} onToken={renew} onLeave={leave} />}
    </SurroundingsContext.Provider>
  )
}
