/** Lunges: one leg at a time carries most of the load. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const lunges = movementTable(
  'lunge',
  `
barbell-lunge            | Barbell lunge             | barbell     | quadriceps, glutes | hamstrings, adductors        | intermediate | barbell forward lunge                  | unilateral
barbell-reverse-lunge    | Barbell reverse lunge     | barbell     | quadriceps, glutes | hamstrings, adductors        | intermediate |                                        | unilateral
barbell-split-squat      | Barbell split squat       | barbell     | quadriceps, glutes | adductors                    | intermediate |                                        | unilateral
barbell-bulgarian-split-squat | Barbell Bulgarian split squat | barbell | quadriceps, glutes | adductors, hamstrings     | advanced     |                                        | unilateral
barbell-step-up          | Barbell step-up           | barbell     | quadriceps, glutes | hamstrings                   | intermediate |                                        | unilateral
dumbbell-lunge           | Dumbbell lunge            | dumbbell    | quadriceps, glutes | hamstrings, adductors        | beginner     | lunge, forward lunge, lunges           | unilateral
dumbbell-walking-lunge   | Dumbbell walking lunge    | dumbbell    | quadriceps, glutes | hamstrings, adductors        | beginner     | walking lunge, walking lunges          | unilateral
dumbbell-reverse-lunge   | Dumbbell reverse lunge    | dumbbell    | quadriceps, glutes | hamstrings, adductors        | beginner     | reverse lunge                          | unilateral
dumbbell-split-squat     | Dumbbell split squat      | dumbbell    | quadriceps, glutes | adductors                    | beginner     | split squat                            | unilateral
bulgarian-split-squat    | Bulgarian split squat     | dumbbell    | quadriceps, glutes | adductors, hamstrings        | intermediate | dumbbell bulgarian split squat, rear-foot-elevated split squat, rfess | unilateral
dumbbell-step-up         | Dumbbell step-up          | dumbbell    | quadriceps, glutes | hamstrings                   | beginner     | step-up                                | unilateral
dumbbell-lateral-lunge   | Dumbbell lateral lunge    | dumbbell    | quadriceps, glutes, adductors |                   | intermediate | lateral lunge, side lunge              | unilateral
dumbbell-curtsy-lunge    | Dumbbell curtsy lunge     | dumbbell    | quadriceps, glutes | adductors, abductors         | intermediate | curtsy lunge                           | unilateral
kettlebell-lunge         | Kettlebell lunge          | kettlebells | quadriceps, glutes | hamstrings, adductors        | beginner     | kettlebell goblet lunge                | unilateral
kettlebell-split-squat   | Kettlebell split squat    | kettlebells | quadriceps, glutes | adductors                    | beginner     |                                        | unilateral
smith-machine-split-squat | Smith machine split squat | machine    | quadriceps, glutes | adductors                    | beginner     | smith split squat, smith lunge         | unilateral, setup=90
cable-split-squat        | Cable split squat         | cable       | quadriceps, glutes | adductors                    | intermediate | cable lunge                            | unilateral
band-split-squat         | Band split squat          | bands       | quadriceps, glutes | adductors                    | beginner     | banded split squat                     | unilateral
medicine-ball-lunge      | Medicine ball lunge with rotation | medicine_ball | quadriceps, glutes | abdominals, adductors | beginner    | medicine ball lunge                    | unilateral
bodyweight-lunge         | Bodyweight lunge          | body_only   | quadriceps, glutes | hamstrings, adductors        | beginner     | bodyweight walking lunge               | unilateral, setup=15
bodyweight-reverse-lunge | Bodyweight reverse lunge  | body_only   | quadriceps, glutes | hamstrings, adductors        | beginner     |                                        | unilateral, setup=15
bodyweight-split-squat   | Bodyweight split squat    | body_only   | quadriceps, glutes | adductors                    | beginner     |                                        | unilateral, setup=15
bodyweight-bulgarian-split-squat | Bodyweight Bulgarian split squat | body_only | quadriceps, glutes | adductors, hamstrings | beginner |                                     | unilateral, setup=15
bodyweight-step-up       | Bodyweight step-up        | body_only   | quadriceps, glutes | hamstrings                   | beginner     |                                        | unilateral, setup=15
cossack-squat            | Cossack squat             | body_only   | quadriceps, adductors, glutes |                   | intermediate |                                        | unilateral, setup=15
`,
)
