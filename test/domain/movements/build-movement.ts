/** Movements for tests: one good row, with what a test wants to be different. */
import type { Movement } from '../../../domain/movements/movement.ts'

export const movement = (change: Partial<Movement> = {}): Movement => {
  const { tags = [] } = change
  return {
    slug: 'bench-press',
    name: 'Bench press',
    pattern: 'horizontal_push',
    mechanic: 'compound',
    primaryMuscles: ['chest'],
    secondaryMuscles: ['triceps', 'shoulders'],
    equipment: 'barbell',
    level: 'intermediate',
    aliases: [],
    coreLift: tags.includes('core-lift'),
    ...change,
    tags,
  }
}
