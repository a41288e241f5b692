/** A small file as free-exercise-db has them, brought in by the command that somebody would type. */
import { writeFileSync } from 'node:fs'
import type { Test } from 'tap'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { seedMovements } from '../../store/movement-seed.ts'
import { openDatabase } from '../plugins/database/open-database.ts'
import { importWith } from '../scripts/import-movements/import-command.ts'

const entry = {
  id: 'Lying_Dumbbell_Neck_Curl',
  name: 'Lying Dumbbell Neck Curl',
  force: 'pull',
  level: 'beginner',
  mechanic: null,
  equipment: 'dumbbell',
  primaryMuscles: ['neck'],
  secondaryMuscles: [],
  instructions: ['Lie on a bench, a towel under the dumbbell.'],
  category: 'strength',
  images: [],
}

/** One that is new, one that the library has, one that can't be used. */
const entries = [entry, { ...entry, id: 'Back_Squat', name: 'Back Squat' }, { ...entry, id: 'X', name: ' ' }]

/** The command's exit code and its report. The database is closed before and after: PGlite serves one process. */
export const importMovements = async (t: Test, url: string) => {
  const app = await openDatabase(t, url, { migrate: true })
  await seedMovements(app.database.knex, movementsOfRelease)
  await app.close()
  const file = `${t.testdir({})}/exercises.json`
  writeFileSync(file, JSON.stringify(entries))
  const { code, stdout } = await importWith(url, file, '--json')
  return { code, report: JSON.parse(stdout) }
}
