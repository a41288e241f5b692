/** Isolations of the arm: biceps, triceps, forearms. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const armIsolations = movementTable(
  'isolation',
  `
barbell-curl             | Barbell curl                | barbell     | biceps   | forearms  | beginner     | standing barbell curl, biceps curl          | station=none
barbell-drag-curl        | Drag curl                   | barbell     | biceps   | forearms  | intermediate | barbell drag curl                           | station=none
ez-bar-curl              | EZ-bar curl                 | ez_curl_bar | biceps   | forearms  | beginner     | ez curl, ez-bar biceps curl                 |
ez-bar-preacher-curl     | EZ-bar preacher curl        | ez_curl_bar | biceps   | forearms  | beginner     | preacher curl                               | station=preacher-bench
spider-curl              | Spider curl                 | ez_curl_bar | biceps   |           | intermediate |                                             |
reverse-curl             | Reverse curl                | ez_curl_bar | forearms, biceps |   | beginner     | ez-bar reverse curl                         |
dumbbell-curl            | Dumbbell curl               | dumbbell    | biceps   | forearms  | beginner     | curl, dumbbell biceps curl, alternating dumbbell curl, curls |
hammer-curl              | Hammer curl                 | dumbbell    | biceps, forearms |   | beginner     | dumbbell hammer curl, hammer curls          |
incline-dumbbell-curl    | Incline dumbbell curl       | dumbbell    | biceps   | forearms  | beginner     | incline curl                                |
concentration-curl       | Concentration curl          | dumbbell    | biceps   | forearms  | beginner     |                                             | unilateral
dumbbell-preacher-curl   | Dumbbell preacher curl      | dumbbell    | biceps   | forearms  | beginner     |                                             | unilateral, station=preacher-bench
zottman-curl             | Zottman curl                | dumbbell    | biceps, forearms |   | intermediate |                                             |
kettlebell-curl          | Kettlebell curl             | kettlebells | biceps   | forearms  | beginner     |                                             |
cable-curl               | Cable curl                  | cable       | biceps   | forearms  | beginner     | cable biceps curl                           |
rope-hammer-curl         | Rope hammer curl            | cable       | biceps, forearms |   | beginner     | cable hammer curl                           |
bayesian-curl            | Bayesian curl               | cable       | biceps   |           | intermediate | behind-the-body cable curl                  | unilateral
machine-curl             | Machine curl                | machine     | biceps   | forearms  | beginner     | machine preacher curl, biceps curl machine  |
band-curl                | Band curl                   | bands       | biceps   | forearms  | beginner     | banded curl, resistance band curl           |
ring-curl                | Ring curl                   | other       | biceps   | forearms  | intermediate | suspension curl, trx curl, bodyweight curl  | station=rings
towel-curl               | Towel curl                  | body_only   | biceps   | forearms  | beginner     | self-resisted curl                          | unilateral, setup=15
triceps-pressdown        | Triceps press-down          | cable       | triceps  |           | beginner     | press-down, cable pushdown, triceps pushdown, cable press-down |
rope-pressdown           | Rope press-down             | cable       | triceps  |           | beginner     | rope pushdown, rope triceps pushdown        |
single-arm-pressdown     | Single-arm press-down       | cable       | triceps  |           | beginner     | one-arm triceps press-down                  | unilateral
overhead-cable-extension | Overhead cable extension    | cable       | triceps  |           | beginner     | cable overhead triceps extension            |
skull-crusher            | Skull crusher               | ez_curl_bar | triceps  |           | intermediate | lying triceps extension, ez-bar skull crusher, skull crushers |
ez-bar-overhead-extension | EZ-bar overhead extension  | ez_curl_bar | triceps  |           | intermediate | french press                                |
jm-press                 | JM press                    | barbell     | triceps  | chest     | advanced     |                                             | compound
dumbbell-skull-crusher   | Dumbbell skull crusher      | dumbbell    | triceps  |           | beginner     | lying dumbbell triceps extension            |
overhead-dumbbell-extension | Overhead dumbbell extension | dumbbell | triceps  |           | beginner     | overhead triceps extension, dumbbell overhead triceps extension, triceps extension |
dumbbell-kickback        | Dumbbell kickback           | dumbbell    | triceps  |           | beginner     | triceps kickback, kickback                  |
tate-press               | Tate press                  | dumbbell    | triceps  |           | intermediate |                                             |
kettlebell-overhead-extension | Kettlebell overhead extension | kettlebells | triceps |   | beginner     | kettlebell triceps extension                |
machine-triceps-extension | Machine triceps extension  | machine     | triceps  |           | beginner     | triceps extension machine                   |
band-pressdown           | Band press-down             | bands       | triceps  |           | beginner     | band triceps pushdown                       |
band-overhead-extension  | Band overhead extension     | bands       | triceps  |           | beginner     | band triceps extension                      |
bench-dip                | Bench dip                   | body_only   | triceps  | chest, shoulders | beginner | chair dip, bench dips                      | compound, setup=15
bodyweight-triceps-extension | Bodyweight triceps extension | body_only | triceps | abdominals | intermediate | bodyweight skull crusher                   | setup=15
wrist-curl               | Wrist curl                  | barbell     | forearms |           | beginner     | barbell wrist curl                          | station=none
reverse-wrist-curl       | Reverse wrist curl          | barbell     | forearms |           | beginner     | wrist extension                             | station=none
dumbbell-wrist-curl      | Dumbbell wrist curl         | dumbbell    | forearms |           | beginner     |                                             |
wrist-roller             | Wrist roller                | other       | forearms |           | beginner     |                                             |
hand-gripper             | Hand gripper                | other       | forearms |           | beginner     | gripper, grip crusher                       |
`,
)
