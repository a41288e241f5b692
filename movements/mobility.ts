/** Mobility: before and after the work, and for the days between. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const mobility = movementTable(
  'mobility',
  `
worlds-greatest-stretch | World's greatest stretch  | body_only   | hamstrings, glutes   | middle_back, quadriceps | beginner | lunge with rotation              | unilateral, timed, setup=15
hip-flexor-stretch      | Hip flexor stretch        | body_only   | quadriceps           | glutes               | beginner    | kneeling hip flexor stretch, couch stretch | unilateral, timed, setup=15
hamstring-stretch       | Hamstring stretch         | body_only   | hamstrings           | calves               | beginner    | standing hamstring stretch       | timed, setup=15
calf-stretch            | Calf stretch              | body_only   | calves               |                      | beginner    | wall calf stretch                | unilateral, timed, setup=15
pigeon-stretch          | Pigeon stretch            | body_only   | glutes               | abductors            | beginner    | pigeon pose                      | unilateral, timed, setup=15
hip-90-90               | 90/90 hip switch          | body_only   | glutes               | abductors, adductors | beginner    | 90 90 stretch                    | timed, setup=15
adductor-rock-back      | Adductor rock-back        | body_only   | adductors            |                      | beginner    | frog stretch                     | timed, setup=15
deep-squat-hold         | Deep squat hold           | body_only   | adductors, glutes    | quadriceps           | beginner    | squat sit, goblet squat hold     | timed, setup=15
leg-swing               | Leg swing                 | body_only   | hamstrings           | adductors, quadriceps | beginner   | leg swings                       | unilateral, setup=15
inchworm                | Inchworm                  | body_only   | hamstrings           | abdominals, shoulders | beginner   | walk-out                         | setup=15
cat-cow                 | Cat-cow                   | body_only   | lower_back           | abdominals           | beginner    | cat-camel                        | timed, setup=15
thoracic-rotation       | Thoracic rotation         | body_only   | middle_back          | abdominals           | beginner    | open book, quadruped thoracic rotation | unilateral, timed, setup=15
childs-pose             | Child's pose              | body_only   | lats, lower_back     |                      | beginner    |                                  | timed, setup=15
cobra-stretch           | Cobra stretch             | body_only   | abdominals           | lower_back           | beginner    | press-up back extension          | timed, setup=15
chest-doorway-stretch   | Doorway chest stretch     | body_only   | chest                | shoulders            | beginner    | doorway stretch                  | timed, setup=15
cross-body-shoulder-stretch | Cross-body shoulder stretch | body_only | shoulders          |                      | beginner    | shoulder stretch                 | unilateral, timed, setup=15
overhead-triceps-stretch | Overhead triceps stretch | body_only   | triceps              | lats                 | beginner    | triceps stretch                  | unilateral, timed, setup=15
arm-circles             | Arm circles               | body_only   | shoulders            |                      | beginner    | arm circle                       | timed, setup=15
scapular-push-up        | Scapular push-up          | body_only   | shoulders            | chest                | beginner    | scapula push-up                  | setup=15
wall-slide              | Wall slide                | body_only   | shoulders            | middle_back          | beginner    | wall slides, wall angel          | setup=15
neck-stretch            | Neck stretch              | body_only   | neck                 | traps                | beginner    | neck tilt                        | timed, setup=15
wrist-circles           | Wrist circles             | body_only   | forearms             |                      | beginner    | wrist mobility                   | timed, setup=15
ankle-rock              | Ankle rock                | body_only   | calves               |                      | beginner    | knee-to-wall ankle mobility      | unilateral, setup=15
band-dislocate          | Band dislocate            | bands       | shoulders            | chest                | beginner    | shoulder dislocate, band pass-through | setup=15
band-hamstring-stretch  | Band hamstring stretch    | bands       | hamstrings           | calves               | beginner    | strap hamstring stretch          | unilateral, timed, setup=15
foam-roll-quadriceps    | Foam roll quadriceps      | foam_roll   | quadriceps           |                      | beginner    | quad rolling                     | timed, setup=15
foam-roll-hamstrings    | Foam roll hamstrings      | foam_roll   | hamstrings           |                      | beginner    | hamstring rolling                | timed, setup=15
foam-roll-glutes        | Foam roll glutes          | foam_roll   | glutes               |                      | beginner    | glute rolling                    | timed, setup=15
foam-roll-calves        | Foam roll calves          | foam_roll   | calves               |                      | beginner    | calf rolling                     | timed, setup=15
foam-roll-upper-back    | Foam roll upper back      | foam_roll   | middle_back          |                      | beginner    | thoracic foam rolling            | timed, setup=15
foam-roll-lats          | Foam roll lats            | foam_roll   | lats                 |                      | beginner    | lat rolling                      | timed, setup=15
exercise-ball-back-stretch | Exercise ball back stretch | exercise_ball | abdominals, chest |                      | beginner    | swiss ball back stretch          | timed, setup=15
`,
)
