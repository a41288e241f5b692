/** Squats: knees and hips bend together, the load over both feet. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const squats = movementTable(
  'squat',
  `
barbell-back-squat     | Barbell back squat        | barbell     | quadriceps, glutes | adductors, lower_back             | intermediate | squat, back squat, barbell squat, high-bar squat, squats | core-lift
low-bar-squat          | Low-bar squat             | barbell     | quadriceps, glutes | hamstrings, adductors, lower_back | advanced     | low-bar back squat, powerlifting squat      | core-lift
front-squat            | Front squat               | barbell     | quadriceps         | glutes, abdominals, middle_back   | intermediate | barbell front squat                         | core-lift
pause-squat            | Pause squat               | barbell     | quadriceps, glutes | adductors, lower_back             | intermediate | paused squat, paused back squat             |
box-squat              | Box squat                 | barbell     | quadriceps, glutes | hamstrings, adductors, lower_back | intermediate | barbell box squat                           | setup=150
overhead-squat         | Overhead squat            | barbell     | quadriceps         | glutes, shoulders, abdominals     | advanced     |                                             |
zercher-squat          | Zercher squat             | barbell     | quadriceps, glutes | abdominals, middle_back, biceps   | advanced     |                                             |
hack-squat             | Hack squat                | machine     | quadriceps         | glutes                            | beginner     | hack squat machine, machine hack squat      | setup=90
leg-press              | Leg press                 | machine     | quadriceps, glutes | adductors, hamstrings             | beginner     | 45-degree leg press, sled leg press         | setup=90
horizontal-leg-press   | Horizontal leg press      | machine     | quadriceps, glutes | adductors                         | beginner     | seated leg press                            |
single-leg-press       | Single-leg press          | machine     | quadriceps, glutes | adductors                         | beginner     | one-leg leg press                           | unilateral, setup=90
smith-machine-squat    | Smith machine squat       | machine     | quadriceps, glutes | adductors                         | beginner     | smith squat                                 | setup=90
pendulum-squat         | Pendulum squat            | machine     | quadriceps         | glutes                            | intermediate |                                             | setup=90
belt-squat             | Belt squat                | machine     | quadriceps, glutes | adductors                         | beginner     | belt squat machine                          | setup=90
goblet-squat           | Goblet squat              | dumbbell    | quadriceps, glutes | abdominals, adductors             | beginner     | dumbbell goblet squat                       |
dumbbell-squat         | Dumbbell squat            | dumbbell    | quadriceps, glutes | adductors, forearms               | beginner     | suitcase squat                              |
dumbbell-front-squat   | Dumbbell front squat      | dumbbell    | quadriceps, glutes | abdominals, shoulders             | intermediate |                                             |
heel-elevated-goblet-squat | Heel-elevated goblet squat | dumbbell | quadriceps        | glutes                            | beginner     | cyclist squat                               |
kettlebell-goblet-squat | Kettlebell goblet squat  | kettlebells | quadriceps, glutes | abdominals, adductors             | beginner     |                                             |
kettlebell-front-squat | Double kettlebell front squat | kettlebells | quadriceps, glutes | abdominals, shoulders         | intermediate | kettlebell front squat                      |
medicine-ball-squat    | Medicine ball squat       | medicine_ball | quadriceps, glutes | abdominals                      | beginner     |                                             |
band-squat             | Band squat                | bands       | quadriceps, glutes | adductors                         | beginner     | banded squat, resistance band squat         |
cable-goblet-squat     | Cable goblet squat        | cable       | quadriceps, glutes | abdominals                        | beginner     | cable squat                                 |
bodyweight-squat       | Bodyweight squat          | body_only   | quadriceps, glutes | adductors                         | beginner     | air squat, prisoner squat | setup=15
pistol-squat           | Pistol squat              | body_only   | quadriceps, glutes | adductors, abdominals             | advanced     | single-leg squat, one-leg squat             | unilateral, setup=15
shrimp-squat           | Shrimp squat              | body_only   | quadriceps, glutes | adductors                         | advanced     |                                             | unilateral, setup=15
sissy-squat            | Sissy squat               | body_only   | quadriceps         | abdominals                        | intermediate |                                             | setup=15
wall-sit               | Wall sit                  | body_only   | quadriceps         | glutes                            | beginner     | wall squat hold                             | timed, setup=15
exercise-ball-wall-squat | Exercise ball wall squat | exercise_ball | quadriceps, glutes | adductors                      | beginner     | swiss ball wall squat                       |
`,
)
