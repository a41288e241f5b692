/** The mixed-integer program against plain enumeration: two ways that share no search. */
import t from 'tap'
import { enumerateAnswer } from './enumerate.ts'
import { solveMixedInteger } from './mixed-integer.ts'
import { randomCase } from './random-session.ts'

t.test('the same V, or both find answer 2 impossible', async (t) => {
  const met = { possible: 0, impossible: 0 }
  for (let seed = 1; seed <= 30; seed++) {
    const { session, amendment, targetMinutes } = randomCase(seed)
    const { answer, asProgrammed, size } = enumerateAnswer(session, amendment, targetMinutes)
    if (asProgrammed) continue
    const program = await solveMixedInteger(session, amendment, targetMinutes)
    if (answer !== 2) {
      met.impossible++
      t.equal(program, null, `seed ${seed}: impossible`)
      continue
    }
    met.possible++
    t.ok(
      program !== null && Math.abs(program.size - size) <= 1e-9,
      `seed ${seed}: ${program?.size} = ${size}`,
    )
    t.ok(program !== null && program.upperBound >= size - 1e-6, `seed ${seed}: the bound holds`)
    t.ok(program !== null && program.upperBound <= size + 1e-6, `seed ${seed}: the bound is tight`)
  }
  t.ok(met.possible > 10 && met.impossible > 5, `${met.possible} possible, ${met.impossible} not`)
})
