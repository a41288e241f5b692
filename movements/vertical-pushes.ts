/** Vertical pushes: overhead. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const verticalPushes = movementTable(
  'vertical_push',
  `
overhead-press            | Overhead press             | barbell     | shoulders          | triceps, abdominals         | intermediate | barbell overhead press, military press, standing press, strict press, ohp, standing barbell press | core-lift
seated-barbell-press      | Seated barbell press       | barbell     | shoulders          | triceps                     | intermediate | seated overhead press, seated military press |
push-press                | Push press                 | barbell     | shoulders          | triceps, quadriceps, glutes | intermediate | barbell push press              |
behind-the-neck-press     | Behind-the-neck press      | barbell     | shoulders          | triceps                     | advanced     |                                 |
bradford-press            | Bradford press             | barbell     | shoulders          | triceps                     | intermediate |                                 |
landmine-press            | Landmine press             | barbell     | shoulders, chest   | triceps, abdominals         | beginner     | half-kneeling landmine press    | unilateral, station=landmine, setup=90
dumbbell-shoulder-press   | Dumbbell shoulder press    | dumbbell    | shoulders          | triceps                     | beginner     | shoulder press, seated dumbbell press, dumbbell overhead press, db shoulder press |
standing-dumbbell-press   | Standing dumbbell press    | dumbbell    | shoulders          | triceps, abdominals         | beginner     |                                 |
arnold-press              | Arnold press               | dumbbell    | shoulders          | triceps                     | intermediate |                                 |
dumbbell-push-press       | Dumbbell push press        | dumbbell    | shoulders          | triceps, quadriceps, glutes | intermediate |                                 |
single-arm-dumbbell-press | Single-arm dumbbell press  | dumbbell    | shoulders          | triceps, abdominals         | beginner     | one-arm dumbbell press          | unilateral
kettlebell-press          | Kettlebell press           | kettlebells | shoulders          | triceps, abdominals         | beginner     | kettlebell overhead press, kettlebell shoulder press | unilateral
bottoms-up-press          | Bottoms-up kettlebell press | kettlebells | shoulders         | triceps, forearms           | advanced     | bottoms-up press                | unilateral
kettlebell-push-press     | Kettlebell push press      | kettlebells | shoulders          | triceps, quadriceps, glutes | intermediate |                                 | unilateral
machine-shoulder-press    | Machine shoulder press     | machine     | shoulders          | triceps                     | beginner     | shoulder press machine          |
smith-machine-shoulder-press | Smith machine shoulder press | machine | shoulders         | triceps                     | beginner     | smith shoulder press, smith overhead press | setup=90
cable-shoulder-press      | Cable shoulder press       | cable       | shoulders          | triceps                     | beginner     |                                 |
band-shoulder-press       | Band shoulder press        | bands       | shoulders          | triceps                     | beginner     | band overhead press, resistance band shoulder press |
pike-push-up              | Pike push-up               | body_only   | shoulders          | triceps, chest              | intermediate | pike press                      | setup=15
elevated-pike-push-up     | Elevated pike push-up      | body_only   | shoulders          | triceps, chest              | advanced     | feet-elevated pike push-up      | setup=15
handstand-push-up         | Handstand push-up          | body_only   | shoulders          | triceps, traps              | advanced     | wall handstand push-up, hspu    | setup=30
`,
)
