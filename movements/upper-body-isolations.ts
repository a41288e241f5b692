/** Isolations of shoulders, chest, back and neck. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const upperBodyIsolations = movementTable(
  'isolation',
  `
dumbbell-lateral-raise   | Dumbbell lateral raise    | dumbbell  | shoulders        | traps       | beginner     | lateral raise, side raise, side lateral raise, lateral raises |
cable-lateral-raise      | Cable lateral raise       | cable     | shoulders        | traps       | beginner     |                                        | unilateral
machine-lateral-raise    | Machine lateral raise     | machine   | shoulders        | traps       | beginner     | lateral raise machine                  |
band-lateral-raise       | Band lateral raise        | bands     | shoulders        | traps       | beginner     | banded lateral raise                   |
kettlebell-lateral-raise | Kettlebell lateral raise  | kettlebells | shoulders      | traps       | intermediate |                                        |
dumbbell-front-raise     | Dumbbell front raise      | dumbbell  | shoulders        | chest       | beginner     | front raise                            |
cable-front-raise        | Cable front raise         | cable     | shoulders        | chest       | beginner     |                                        |
plate-front-raise        | Plate front raise         | other     | shoulders        | chest       | beginner     | plate raise                            |
dumbbell-rear-delt-fly   | Dumbbell rear delt fly    | dumbbell  | shoulders        | middle_back, traps | beginner | rear delt fly, reverse fly, bent-over lateral raise, rear delt raise |
cable-rear-delt-fly      | Cable rear delt fly       | cable     | shoulders        | middle_back, traps | beginner | cable reverse fly                     |
reverse-pec-deck         | Reverse pec deck          | machine   | shoulders        | middle_back, traps | beginner | machine rear delt fly, reverse machine fly |
band-pull-apart          | Band pull-apart           | bands     | shoulders, middle_back | traps | beginner     | pull-apart, band pull-aparts           |
face-pull                | Face pull                 | cable     | shoulders, middle_back | traps | beginner     | cable face pull, rope face pull, face pulls |
band-face-pull           | Band face pull            | bands     | shoulders, middle_back | traps | beginner     | banded face pull                       |
prone-y-raise            | Prone Y raise             | body_only | shoulders, middle_back | traps | beginner     | y raise, prone trap raise              | setup=15
reverse-snow-angel       | Reverse snow angel        | body_only | shoulders, middle_back | traps | beginner     |                                        | setup=15
barbell-upright-row      | Barbell upright row       | barbell   | shoulders, traps | biceps      | intermediate | upright row                            | compound, station=none
dumbbell-upright-row     | Dumbbell upright row      | dumbbell  | shoulders, traps | biceps      | beginner     |                                        | compound
cable-upright-row        | Cable upright row         | cable     | shoulders, traps | biceps      | beginner     |                                        | compound
cable-external-rotation  | Cable external rotation   | cable     | shoulders        |             | beginner     | external rotation                      | unilateral
band-external-rotation   | Band external rotation    | bands     | shoulders        |             | beginner     |                                        | unilateral
barbell-shrug            | Barbell shrug             | barbell   | traps            | forearms    | beginner     | shrug, shrugs                          |
dumbbell-shrug           | Dumbbell shrug            | dumbbell  | traps            | forearms    | beginner     |                                        |
cable-shrug              | Cable shrug               | cable     | traps            | forearms    | beginner     |                                        |
trap-bar-shrug           | Trap-bar shrug            | other     | traps            | forearms    | beginner     |                                        | station=trap-bar, setup=120
dumbbell-fly             | Dumbbell fly              | dumbbell  | chest            | shoulders   | beginner     | chest fly, flat dumbbell fly, dumbbell flyes |
incline-dumbbell-fly     | Incline dumbbell fly      | dumbbell  | chest            | shoulders   | beginner     | incline fly                            |
cable-fly                | Cable fly                 | cable     | chest            | shoulders   | beginner     | cable crossover, cable chest fly, cable flyes |
low-cable-fly            | Low-to-high cable fly     | cable     | chest            | shoulders   | beginner     | low cable crossover                    |
pec-deck                 | Pec deck                  | machine   | chest            | shoulders   | beginner     | machine fly, butterfly machine, pec fly |
band-fly                 | Band fly                  | bands     | chest            | shoulders   | beginner     | band chest fly                         |
ring-fly                 | Ring fly                  | other     | chest            | shoulders, abdominals | advanced | suspension fly                      | station=rings
sliding-fly              | Sliding push-up fly       | body_only | chest            | shoulders, abdominals | advanced | floor slider fly                    | setup=15
dumbbell-pullover        | Dumbbell pullover         | dumbbell  | lats             | chest, triceps | beginner  | pullover                               |
straight-arm-pulldown    | Straight-arm pull-down    | cable     | lats             | triceps     | beginner     | cable pullover, stiff-arm pull-down    |
machine-pullover         | Machine pullover          | machine   | lats             | triceps     | beginner     | pullover machine                       |
band-straight-arm-pulldown | Band straight-arm pull-down | bands  | lats             | triceps     | beginner     | band pullover                          |
neck-curl                | Neck curl                 | other     | neck             |             | beginner     | plate neck curl, neck flexion          |
neck-extension           | Neck extension            | other     | neck             | traps       | beginner     | neck harness extension                 |
band-neck-extension      | Band neck extension       | bands     | neck             | traps       | beginner     |                                        |
isometric-neck-press     | Isometric neck press      | body_only | neck             |             | beginner     | neck isometrics                        | timed, setup=15
`,
)
