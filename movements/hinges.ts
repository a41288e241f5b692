/** Hinges: the hips do the work, the knees bend little, the back holds still. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const hinges = movementTable(
  'hinge',
  `
deadlift                | Deadlift                    | barbell     | hamstrings, glutes, lower_back | quadriceps, traps, forearms   | intermediate | conventional deadlift, barbell deadlift, deadlifts | core-lift
sumo-deadlift           | Sumo deadlift               | barbell     | glutes, hamstrings, quadriceps | adductors, lower_back, traps  | intermediate | barbell sumo deadlift                | core-lift
romanian-deadlift       | Romanian deadlift           | barbell     | hamstrings, glutes  | lower_back, forearms                     | intermediate | rdl, barbell romanian deadlift       |
stiff-leg-deadlift      | Stiff-leg deadlift          | barbell     | hamstrings          | glutes, lower_back                       | intermediate | stiff-legged deadlift, straight-leg deadlift |
deficit-deadlift        | Deficit deadlift            | barbell     | hamstrings, glutes, lower_back | quadriceps, traps, forearms   | advanced     |                                      |
block-pull              | Block pull                  | barbell     | glutes, lower_back  | hamstrings, traps, forearms              | intermediate | deadlift from blocks                 |
rack-pull               | Rack pull                   | barbell     | glutes, lower_back  | traps, hamstrings, forearms              | intermediate |                                      |
good-morning            | Good morning                | barbell     | hamstrings, lower_back | glutes                                | intermediate | barbell good morning                 |
snatch-grip-deadlift    | Snatch-grip deadlift        | barbell     | hamstrings, glutes, lower_back | traps, middle_back, forearms  | advanced     |                                      |
barbell-hip-thrust      | Barbell hip thrust          | barbell     | glutes              | hamstrings, quadriceps                   | intermediate | hip thrust, hip thrusts              | setup=150
barbell-glute-bridge    | Barbell glute bridge        | barbell     | glutes              | hamstrings                               | beginner     |                                      |
trap-bar-deadlift       | Trap-bar deadlift           | other       | quadriceps, glutes, hamstrings | lower_back, traps, forearms   | beginner     | hex-bar deadlift                     | station=trap-bar, setup=120
dumbbell-romanian-deadlift | Dumbbell Romanian deadlift | dumbbell  | hamstrings, glutes  | lower_back, forearms                     | beginner     | dumbbell rdl, db rdl                 |
dumbbell-deadlift       | Dumbbell deadlift           | dumbbell    | hamstrings, glutes, lower_back | quadriceps, forearms          | beginner     |                                      |
single-leg-romanian-deadlift | Single-leg Romanian deadlift | dumbbell | hamstrings, glutes | lower_back                              | intermediate | single-leg rdl, one-leg romanian deadlift, single-leg deadlift | unilateral
b-stance-romanian-deadlift | B-stance Romanian deadlift | dumbbell  | hamstrings, glutes  | lower_back                               | intermediate | kickstand rdl                        | unilateral
dumbbell-hip-thrust     | Dumbbell hip thrust         | dumbbell    | glutes              | hamstrings                               | beginner     |                                      |
kettlebell-swing        | Kettlebell swing            | kettlebells | glutes, hamstrings  | lower_back, shoulders, forearms          | intermediate | two-hand kettlebell swing, russian swing, kb swing |
kettlebell-deadlift     | Kettlebell deadlift         | kettlebells | hamstrings, glutes, lower_back | quadriceps, forearms          | beginner     |                                      |
kettlebell-romanian-deadlift | Kettlebell Romanian deadlift | kettlebells | hamstrings, glutes | lower_back, forearms                 | beginner     |                                      |
cable-pull-through      | Cable pull-through          | cable       | glutes, hamstrings  | lower_back                               | beginner     | pull-through                         |
cable-romanian-deadlift | Cable Romanian deadlift     | cable       | hamstrings, glutes  | lower_back, forearms                     | beginner     |                                      |
machine-hip-thrust      | Machine hip thrust          | machine     | glutes              | hamstrings, quadriceps                   | beginner     | glute drive, hip thrust machine      | setup=90
smith-machine-romanian-deadlift | Smith machine Romanian deadlift | machine | hamstrings, glutes | lower_back                       | beginner     | smith rdl                            | setup=90
reverse-hyperextension  | Reverse hyperextension      | machine     | glutes, hamstrings  | lower_back                               | intermediate | reverse hyper                        |
back-extension          | 45-degree back extension    | other       | lower_back, glutes  | hamstrings                               | beginner     | back extension, hyperextension, roman chair back extension | station=back-extension-bench, setup=30
glute-ham-raise         | Glute-ham raise             | other       | hamstrings          | glutes, calves, lower_back               | advanced     | ghr                                  | station=glute-ham-bench, setup=60
band-pull-through       | Band pull-through           | bands       | glutes, hamstrings  | lower_back                               | beginner     |                                      |
band-good-morning       | Band good morning           | bands       | hamstrings, lower_back | glutes                                | beginner     | banded good morning                  |
band-romanian-deadlift  | Band Romanian deadlift      | bands       | hamstrings, glutes  | lower_back                               | beginner     | band deadlift                        |
glute-bridge            | Glute bridge                | body_only   | glutes              | hamstrings                               | beginner     | bodyweight hip bridge, hip bridge    | setup=15
single-leg-glute-bridge | Single-leg glute bridge     | body_only   | glutes              | hamstrings                               | beginner     | one-leg glute bridge                 | unilateral, setup=15
bodyweight-hip-thrust   | Bodyweight hip thrust       | body_only   | glutes              | hamstrings                               | beginner     |                                      | setup=15
bodyweight-single-leg-deadlift | Bodyweight single-leg deadlift | body_only | hamstrings, glutes | lower_back                       | beginner     | single-leg hip hinge                 | unilateral, setup=15
superman                | Superman                    | body_only   | lower_back          | glutes, hamstrings                       | beginner     | superman raise                       | setup=15
exercise-ball-back-extension | Exercise ball back extension | exercise_ball | lower_back, glutes | hamstrings                          | beginner     | swiss ball back extension            |
`,
)
