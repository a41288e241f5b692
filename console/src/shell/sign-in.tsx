/** The first thing that is seen. */
import { useEffect } from 'preact/hooks'
import { TokenForm } from './token-form.tsx'

export const SignIn = ({ onToken }: { onToken: (token: string) => void }) => {
  useEffect(() => {
    document.title = 'Sign in · Planning Engine'
  }, [])
  return (
    <main class="sign-in">
      <div class="sign-in-poster" aria-hidden="true">
        <div class="poster-bar">
          <i class="core" style={{ flexGrow: 22 }} />
          <i style={{ flexGrow: 15 }} />
          <i style={{ flexGrow: 12 }} />
          <i style={{ flexGrow: 9 }} />
          <i style={{ flexGrow: 10 }} />
        </div>
        <div class="poster-bar">
          <i class="core" style={{ flexGrow: 22 }} />
          <i style={{ flexGrow: 11 }} />
          <i style={{ flexGrow: 7 }} />
          <b style={{ flexGrow: 28 }} />
        </div>
      </div>
      <h1>
        Your programme says 68 minutes.
        <br />
        You have 45.
      </h1>
      <p class="lead">See what stays, what folds, and what each cut costs.</p>
      <TokenForm onToken={onToken} />
      <p class="quiet small">
        A token stays in the memory of this tab and goes nowhere else. Reload the page, and it is gone.
      </p>
    </main>
  )
}
