/** The minutes there are, and what they give: the one control of the page. */
import type { Step } from '../service/answers.ts'
import { clock, percent } from '../words/figures.ts'

interface DialProps {
  minutes: number
  step: Step
  steps: readonly Step[]
  originalSeconds: number
  onMinutes: (minutes: number) => void
}

export const leastMinutes = 15
export const mostMinutes = 180
const presets = [20, 30, 45, 60, 90]

const share = (minutes: number): string =>
  `${(100 * (minutes - leastMinutes)) / (mostMinutes - leastMinutes)}%`

const outcomes: Readonly<Record<Step['outcome'], string>> = {
  unchanged: 'as programmed',
  compressed: 'fits',
  unmet: 'does not fit',
}

export const Dial = ({ minutes, step, steps, originalSeconds, onMinutes }: DialProps) => {
  const { durationSeconds, retained, outcome } = step
  const spoken = `${minutes} minutes: ${outcomes[outcome]}, takes ${clock(durationSeconds)}, size ${percent(retained.size)}, strength ${percent(retained.strength)}`
  return (
    <section class="dial" aria-label="Minutes">
      <p class="dial-minutes" aria-hidden="true">
        <b>{minutes}</b> min
      </p>
      <div class="dial-track">
        <input
          type="range"
          min={leastMinutes}
          max={mostMinutes}
          step={1}
          value={minutes}
          aria-label="Minutes that there are"
          aria-valuetext={spoken}
          style={{ '--share': share(minutes) }}
          onInput={({ currentTarget }) => onMinutes(Number(currentTarget.value))}
        />
        <div class="dial-steps" aria-hidden="true">
          {steps.map(({ fromMinutes }) => (
            <i key={fromMinutes} style={{ left: share(fromMinutes) }} />
          ))}
        </div>
        <p class="dial-presets">
          {presets.map((preset) => (
            <button
              type="button"
              key={preset}
              class="chip"
              aria-pressed={preset === minutes}
              onClick={() => onMinutes(preset)}
            >
              {preset}
            </button>
          ))}
        </p>
      </div>
      <dl class="dial-figures">
        <div>
          <dt>Takes</dt>
          <dd data-outcome={outcome}>{clock(durationSeconds)}</dd>
          <dd class="quiet">
            {outcome === 'compressed' ? `of ${clock(originalSeconds)}` : outcomes[outcome]}
          </dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>{percent(retained.size)}</dd>
          <dd class="quiet">retained</dd>
        </div>
        <div>
          <dt>Strength</dt>
          <dd>{percent(retained.strength)}</dd>
          <dd class="quiet">retained</dd>
        </div>
      </dl>
    </section>
  )
}
