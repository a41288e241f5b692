/** Jumps and throws: as fast as possible, never to exhaustion. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const jumps = movementTable(
  'jump',
  `
box-jump                 | Box jump                   | other         | quadriceps, glutes | calves, hamstrings      | beginner     | box jumps                  | station=plyo-box, setup=30
depth-jump               | Depth jump                 | other         | quadriceps, calves | glutes, hamstrings      | advanced     |                            | station=plyo-box, setup=30
squat-jump               | Squat jump                 | body_only     | quadriceps, glutes | calves                  | beginner     | jump squat, jump squats    | setup=15
broad-jump               | Broad jump                 | body_only     | glutes, quadriceps | hamstrings, calves      | beginner     | standing long jump         | setup=15
split-jump               | Split jump                 | body_only     | quadriceps, glutes | calves, hamstrings      | intermediate | jumping lunge, lunge jump  | setup=15
tuck-jump                | Tuck jump                  | body_only     | quadriceps         | calves, abdominals      | intermediate |                            | setup=15
lateral-bound            | Lateral bound              | body_only     | glutes, quadriceps | abductors, calves       | intermediate | skater jump                | unilateral, setup=15
pogo-jump                | Pogo jump                  | body_only     | calves             | quadriceps              | beginner     | ankle hops                 | setup=15
clapping-push-up         | Clapping push-up           | body_only     | chest, triceps     | shoulders               | advanced     | plyometric push-up         | setup=15
dumbbell-squat-jump      | Dumbbell squat jump        | dumbbell      | quadriceps, glutes | calves                  | intermediate | weighted squat jump        |
trap-bar-jump            | Trap-bar jump              | other         | quadriceps, glutes | calves, traps           | intermediate |                            | station=trap-bar, setup=120
medicine-ball-chest-pass | Medicine ball chest pass   | medicine_ball | chest, triceps     | shoulders               | beginner     | chest pass                 |
rotational-ball-throw    | Rotational ball throw      | medicine_ball | abdominals         | shoulders, glutes       | beginner     | rotational medicine ball throw | unilateral
overhead-ball-throw      | Overhead ball throw        | medicine_ball | glutes, shoulders  | hamstrings, lower_back  | beginner     | backward overhead medicine ball throw |
`,
)
