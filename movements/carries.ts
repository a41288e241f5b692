/** Carries: a load held while walking, or held still. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const carries = movementTable(
  'carry',
  `
farmers-walk            | Farmer's walk             | dumbbell    | forearms, traps | abdominals, glutes, calves   | beginner     | farmer's carry, dumbbell farmer's walk, farmer walk |
suitcase-carry          | Suitcase carry            | dumbbell    | abdominals, forearms | traps, glutes           | beginner     | one-arm farmer's walk                    | unilateral
overhead-carry          | Overhead carry            | dumbbell    | shoulders       | abdominals, traps            | intermediate | waiter's walk                            | unilateral
kettlebell-farmers-walk | Kettlebell farmer's walk  | kettlebells | forearms, traps | abdominals, glutes, calves   | beginner     | kettlebell farmer's carry                |
kettlebell-rack-carry   | Kettlebell rack carry     | kettlebells | abdominals, shoulders | middle_back, glutes    | beginner     | front-rack carry                         |
kettlebell-suitcase-carry | Kettlebell suitcase carry | kettlebells | abdominals, forearms | traps, glutes         | beginner     |                                          | unilateral
kettlebell-overhead-carry | Kettlebell overhead carry | kettlebells | shoulders     | abdominals, traps            | intermediate |                                          | unilateral
trap-bar-carry          | Trap-bar carry            | other       | forearms, traps | abdominals, glutes, calves   | intermediate | hex-bar farmer's walk                    | station=trap-bar, setup=120
sandbag-carry           | Sandbag carry             | other       | abdominals, glutes | quadriceps, middle_back, biceps | intermediate | bear-hug carry                    |
plate-pinch-hold        | Plate pinch hold          | other       | forearms        |                              | beginner     | plate pinch                              |
dead-hang               | Dead hang                 | body_only   | forearms        | lats, shoulders              | beginner     | bar hang                                 | station=pull-up-bar, setup=15
`,
)
