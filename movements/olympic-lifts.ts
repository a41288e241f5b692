/** Olympic lifts and what is derived from them: technical, fast, never done tired. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const olympicLifts = movementTable(
  'olympic',
  `
snatch                  | Snatch                   | barbell     | quadriceps, glutes, hamstrings | shoulders, traps, lower_back | advanced | barbell snatch, full snatch, squat snatch | core-lift
clean-and-jerk          | Clean and jerk           | barbell     | quadriceps, glutes, hamstrings | shoulders, traps, triceps    | advanced | clean & jerk                     | core-lift
power-clean             | Power clean              | barbell     | quadriceps, glutes, hamstrings | traps, lower_back, forearms  | advanced | barbell power clean              | core-lift
clean                   | Clean                    | barbell     | quadriceps, glutes, hamstrings | traps, lower_back, forearms  | advanced | squat clean, barbell clean, full clean |
power-snatch            | Power snatch             | barbell     | quadriceps, glutes, hamstrings | shoulders, traps, lower_back | advanced | barbell power snatch             |
hang-clean              | Hang clean               | barbell     | quadriceps, glutes, hamstrings | traps, forearms              | advanced | hang power clean                 |
hang-snatch             | Hang snatch              | barbell     | quadriceps, glutes, hamstrings | shoulders, traps             | advanced | hang power snatch                |
split-jerk              | Split jerk               | barbell     | shoulders, quadriceps          | triceps, glutes              | advanced | jerk, barbell jerk               |
push-jerk               | Push jerk                | barbell     | shoulders, quadriceps          | triceps, glutes              | advanced | power jerk                       |
clean-pull              | Clean pull               | barbell     | hamstrings, glutes, traps      | lower_back, forearms         | intermediate |                              |
snatch-pull             | Snatch pull              | barbell     | hamstrings, glutes, traps      | lower_back, forearms         | intermediate |                              |
thruster                | Thruster                 | barbell     | quadriceps, shoulders          | glutes, triceps              | intermediate | barbell thruster, thrusters  |
dumbbell-thruster       | Dumbbell thruster        | dumbbell    | quadriceps, shoulders          | glutes, triceps              | beginner |                                  |
dumbbell-snatch         | Dumbbell snatch          | dumbbell    | glutes, shoulders              | hamstrings, traps, quadriceps | intermediate | one-arm dumbbell snatch     | unilateral
dumbbell-clean-and-press | Dumbbell clean and press | dumbbell   | shoulders, glutes              | quadriceps, traps, triceps   | intermediate | dumbbell clean & press       |
kettlebell-clean        | Kettlebell clean         | kettlebells | glutes, hamstrings             | traps, forearms              | intermediate |                              | unilateral
kettlebell-snatch       | Kettlebell snatch        | kettlebells | glutes, shoulders              | hamstrings, traps, forearms  | advanced |                                  | unilateral
kettlebell-clean-and-press | Kettlebell clean and press | kettlebells | shoulders, glutes         | hamstrings, triceps, traps   | intermediate | kettlebell clean & press     | unilateral
kettlebell-high-pull    | Kettlebell high pull     | kettlebells | traps, shoulders               | glutes, hamstrings           | intermediate |                              |
kettlebell-thruster     | Kettlebell thruster      | kettlebells | quadriceps, shoulders          | glutes, triceps              | intermediate |                              |
`,
)
