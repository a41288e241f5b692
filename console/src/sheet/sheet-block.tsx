/** One block of the sheet: an exercise, or those that are done in rounds, with a box to tick for every set. */
import type { SheetBlock } from './sheet-lines.ts'

export const SheetBlockView = ({ block: { title, rest, exercises } }: { block: SheetBlock }) => (
  <li>
    {(title || rest) && (
      <p class="block-head">
        {title && <strong>{title}</strong>} <span>{rest}</span>
      </p>
    )}
    {exercises.map(({ id, letter, name, warmup, work, sets }) => (
      <div class="sheet-exercise" key={id}>
        <p class="sheet-name">
          {letter && <span class="letter">{letter}</span>}
          {name}
        </p>
        <p class="sheet-work">{work}</p>
        {warmup && <p class="quiet small">Warm-up: {warmup}</p>}
        <p class="boxes">
          {sets.map((set) => (
            <input type="checkbox" key={set} aria-label={set} />
          ))}
        </p>
      </div>
    ))}
  </li>
)
