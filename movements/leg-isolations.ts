/** Isolations of the leg: thighs, hips, calves. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const legIsolations = movementTable(
  'isolation',
  `
leg-extension            | Leg extension              | machine   | quadriceps |        | beginner     | knee extension, machine leg extension, leg extensions |
single-leg-extension     | Single-leg extension       | machine   | quadriceps |        | beginner     | one-leg extension                      | unilateral
cable-leg-extension      | Cable leg extension        | cable     | quadriceps |        | beginner     |                                        | unilateral
band-leg-extension       | Band leg extension         | bands     | quadriceps |        | beginner     | terminal knee extension                | unilateral
reverse-nordic           | Reverse Nordic             | body_only | quadriceps | abdominals | intermediate | reverse nordic curl                | setup=15
seated-leg-curl          | Seated leg curl            | machine   | hamstrings | calves | beginner     | leg curl, hamstring curl, leg curls    |
lying-leg-curl           | Lying leg curl             | machine   | hamstrings | calves | beginner     | prone leg curl                         |
standing-leg-curl        | Standing leg curl          | machine   | hamstrings | calves | beginner     |                                        | unilateral
dumbbell-leg-curl        | Dumbbell leg curl          | dumbbell  | hamstrings | calves | intermediate | lying dumbbell leg curl                |
cable-leg-curl           | Cable leg curl             | cable     | hamstrings | calves | beginner     |                                        | unilateral
band-leg-curl            | Band leg curl              | bands     | hamstrings | calves | beginner     | banded leg curl                        |
exercise-ball-leg-curl   | Exercise ball leg curl     | exercise_ball | hamstrings | glutes, calves | beginner | swiss ball leg curl              |
nordic-curl              | Nordic curl                | body_only | hamstrings | glutes, calves | advanced | nordic hamstring curl           | setup=30
sliding-leg-curl         | Sliding leg curl           | body_only | hamstrings | glutes, calves | intermediate | floor slider leg curl           | setup=15
standing-calf-raise      | Standing calf raise        | machine   | calves     |        | beginner     | machine calf raise, calf raise, calf raises |
seated-calf-raise        | Seated calf raise          | machine   | calves     |        | beginner     |                                        |
leg-press-calf-raise     | Leg press calf raise       | machine   | calves     |        | beginner     | calf press, toe press                  | setup=90
smith-machine-calf-raise | Smith machine calf raise   | machine   | calves     |        | beginner     |                                        | setup=90
barbell-calf-raise       | Barbell calf raise         | barbell   | calves     |        | intermediate |                                        |
dumbbell-calf-raise      | Dumbbell calf raise        | dumbbell  | calves     |        | beginner     | single-leg dumbbell calf raise         | unilateral
kettlebell-calf-raise    | Kettlebell calf raise      | kettlebells | calves   |        | beginner     |                                        |
band-calf-raise          | Band calf raise            | bands     | calves     |        | beginner     |                                        |
bodyweight-calf-raise    | Bodyweight calf raise      | body_only | calves     |        | beginner     |                                        | setup=15
single-leg-calf-raise    | Single-leg calf raise      | body_only | calves     |        | beginner     | one-leg calf raise                     | unilateral, setup=15
hip-abduction-machine    | Hip abduction machine      | machine   | abductors  | glutes | beginner     | seated hip abduction, machine hip abduction, hip abduction |
cable-hip-abduction      | Cable hip abduction        | cable     | abductors  | glutes | beginner     |                                        | unilateral
band-hip-abduction       | Band hip abduction         | bands     | abductors  | glutes | beginner     | banded clamshell                       | unilateral
band-lateral-walk        | Band lateral walk          | bands     | abductors  | glutes | beginner     | monster walk, banded side step         |
clamshell                | Clamshell                  | body_only | abductors  | glutes | beginner     | clamshells                             | unilateral, setup=15
side-lying-leg-raise     | Side-lying leg raise       | body_only | abductors  | glutes | beginner     | side-lying hip abduction               | unilateral, setup=15
hip-adduction-machine    | Hip adduction machine      | machine   | adductors  |        | beginner     | seated hip adduction, machine hip adduction, hip adduction |
cable-hip-adduction      | Cable hip adduction        | cable     | adductors  |        | beginner     |                                        | unilateral
band-hip-adduction       | Band hip adduction         | bands     | adductors  |        | beginner     |                                        | unilateral
ball-squeeze             | Ball squeeze               | medicine_ball | adductors |      | beginner     | adductor squeeze                       | timed
side-lying-hip-adduction | Side-lying hip adduction   | body_only | adductors  |        | beginner     |                                        | unilateral, setup=15
cable-glute-kickback     | Cable glute kickback       | cable     | glutes     | hamstrings | beginner | glute kickback                         | unilateral
machine-glute-kickback   | Machine glute kickback     | machine   | glutes     | hamstrings | beginner | glute machine                          | unilateral
band-glute-kickback      | Band glute kickback        | bands     | glutes     | hamstrings | beginner |                                        | unilateral
donkey-kick              | Donkey kick                | body_only | glutes     | hamstrings | beginner | quadruped hip extension                | unilateral, setup=15
`,
)
