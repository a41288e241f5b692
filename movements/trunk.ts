/** Trunk: what bends, turns or holds the middle of the body. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const trunk = movementTable(
  'trunk',
  `
plank                   | Plank                     | body_only     | abdominals           | shoulders, glutes      | beginner     | front plank, planks, forearm plank  | timed, setup=15
side-plank              | Side plank                | body_only     | abdominals           | abductors, shoulders   | beginner     | side planks                         | timed, unilateral, setup=15
hollow-hold             | Hollow hold               | body_only     | abdominals           | quadriceps             | intermediate | hollow body hold                    | timed, setup=15
l-sit                   | L-sit                     | body_only     | abdominals           | quadriceps, triceps    | advanced     |                                     | timed, station=dip-bars, setup=15
bear-hold               | Bear hold                 | body_only     | abdominals           | quadriceps, shoulders  | beginner     | bear plank                          | timed, setup=15
bird-dog                | Bird dog                  | body_only     | lower_back, abdominals | glutes, shoulders    | beginner     |                                     | unilateral, setup=15
dead-bug                | Dead bug                  | body_only     | abdominals           | quadriceps             | beginner     | dead bugs                           | setup=15
crunch                  | Crunch                    | body_only     | abdominals           |                        | beginner     | crunches, abdominal crunch          | isolation, setup=15
sit-up                  | Sit-up                    | body_only     | abdominals           | quadriceps             | beginner     | sit-ups                             | setup=15
reverse-crunch          | Reverse crunch            | body_only     | abdominals           |                        | beginner     | reverse crunches                    | isolation, setup=15
bicycle-crunch          | Bicycle crunch            | body_only     | abdominals           | quadriceps             | beginner     | bicycle crunches                    | setup=15
v-up                    | V-up                      | body_only     | abdominals           | quadriceps             | intermediate | jackknife sit-up                    | setup=15
lying-leg-raise         | Lying leg raise           | body_only     | abdominals           | quadriceps             | beginner     | leg raise, floor leg raise          | setup=15
hanging-knee-raise      | Hanging knee raise        | body_only     | abdominals           | quadriceps, forearms   | beginner     | hanging knee raises                 | station=pull-up-bar, setup=15
hanging-leg-raise       | Hanging leg raise         | body_only     | abdominals           | quadriceps, forearms   | intermediate | hanging leg raises                  | station=pull-up-bar, setup=15
toes-to-bar             | Toes-to-bar               | body_only     | abdominals           | lats, quadriceps, forearms | advanced |                                     | station=pull-up-bar, setup=15
captains-chair-knee-raise | Captain's chair knee raise | other      | abdominals           | quadriceps             | beginner     | vertical knee raise, roman chair knee raise | station=captains-chair, setup=15
mountain-climber        | Mountain climber          | body_only     | abdominals           | quadriceps, shoulders  | beginner     | mountain climbers                   | setup=15
russian-twist           | Russian twist             | body_only     | abdominals           | lower_back             | beginner     | bodyweight russian twist            | setup=15
copenhagen-plank        | Copenhagen plank          | body_only     | adductors, abdominals | glutes                | advanced     | copenhagen side plank               | timed, unilateral, setup=30
dragon-flag             | Dragon flag               | body_only     | abdominals           | lats, lower_back       | advanced     |                                     | setup=30
ab-wheel-rollout        | Ab wheel roll-out         | other         | abdominals           | lats, shoulders        | intermediate | ab wheel, ab roll-out               |
barbell-rollout         | Barbell roll-out          | barbell       | abdominals           | lats, shoulders        | intermediate |                                     | station=none, setup=60
landmine-rotation       | Landmine rotation         | barbell       | abdominals           | shoulders, glutes      | intermediate | landmine twist                      | station=landmine, setup=90
cable-crunch            | Cable crunch              | cable         | abdominals           |                        | beginner     | kneeling cable crunch, rope crunch  | isolation
cable-wood-chop         | Cable wood chop           | cable         | abdominals           | shoulders, glutes      | beginner     | wood chop, cable woodchopper        | unilateral
pallof-press            | Pallof press              | cable         | abdominals           | shoulders, glutes      | beginner     | cable anti-rotation press           | unilateral
band-pallof-press       | Band Pallof press         | bands         | abdominals           | shoulders, glutes      | beginner     | band anti-rotation press            | unilateral
band-wood-chop          | Band wood chop            | bands         | abdominals           | shoulders, glutes      | beginner     | banded wood chop                    | unilateral
machine-crunch          | Machine crunch            | machine       | abdominals           |                        | beginner     | abdominal crunch machine, ab machine | isolation
back-extension-machine  | Seated back extension     | machine       | lower_back           | glutes                 | beginner     | back extension machine              | isolation
dumbbell-side-bend      | Dumbbell side bend        | dumbbell      | abdominals           | lower_back             | beginner     | side bend                           | unilateral, isolation
dumbbell-russian-twist  | Dumbbell Russian twist    | dumbbell      | abdominals           | lower_back             | beginner     | weighted russian twist              |
kettlebell-windmill     | Kettlebell windmill       | kettlebells   | abdominals           | shoulders, hamstrings  | advanced     | windmill                            | unilateral
turkish-get-up          | Turkish get-up            | kettlebells   | abdominals, shoulders | glutes, quadriceps, triceps | advanced | kettlebell get-up, tgu            | unilateral
medicine-ball-russian-twist | Medicine ball Russian twist | medicine_ball | abdominals    | lower_back, shoulders  | beginner     |                                     |
medicine-ball-slam      | Medicine ball slam        | medicine_ball | abdominals, lats     | shoulders, quadriceps  | beginner     | ball slam, overhead slam            |
exercise-ball-crunch    | Exercise ball crunch      | exercise_ball | abdominals           |                        | beginner     | swiss ball crunch                   | isolation
stir-the-pot            | Stir the pot              | exercise_ball | abdominals           | shoulders, lats        | intermediate |                                     |
exercise-ball-rollout   | Exercise ball roll-out    | exercise_ball | abdominals           | lats, shoulders        | beginner     | swiss ball roll-out                 |
exercise-ball-pike      | Exercise ball pike        | exercise_ball | abdominals           | shoulders, quadriceps  | intermediate | swiss ball jackknife                |
`,
)
