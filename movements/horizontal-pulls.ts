/** Horizontal pulls: rows, towards the trunk. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const horizontalPulls = movementTable(
  'horizontal_pull',
  `
barbell-row             | Barbell row                | barbell     | middle_back, lats | biceps, lower_back, forearms   | intermediate | bent-over row, bent-over barbell row, barbell bent-over row | core-lift
pendlay-row             | Pendlay row                | barbell     | middle_back, lats | biceps, lower_back             | intermediate | dead-stop row                     | core-lift
underhand-barbell-row   | Underhand barbell row      | barbell     | lats, middle_back | biceps, lower_back             | intermediate | yates row, reverse-grip barbell row |
seal-row                | Seal row                   | barbell     | middle_back, lats | biceps                         | intermediate | barbell bench pull                | setup=150
t-bar-row               | T-bar row                  | barbell     | middle_back, lats | biceps, lower_back             | intermediate | landmine row                      | station=landmine, setup=90
meadows-row             | Meadows row                | barbell     | middle_back, lats | biceps, forearms               | intermediate |                                   | unilateral, station=landmine, setup=90
one-arm-dumbbell-row    | One-arm dumbbell row       | dumbbell    | lats, middle_back | biceps, forearms               | beginner     | single-arm dumbbell row, dumbbell row, db row | unilateral
bent-over-dumbbell-row  | Bent-over dumbbell row     | dumbbell    | middle_back, lats | biceps, lower_back             | beginner     | two-arm dumbbell row              |
chest-supported-dumbbell-row | Chest-supported dumbbell row | dumbbell | middle_back, lats | biceps                        | beginner     | incline dumbbell row, chest-supported row |
renegade-row            | Renegade row               | dumbbell    | middle_back, lats | abdominals, biceps, chest      | advanced     |                                   |
kroc-row                | Kroc row                   | dumbbell    | lats, middle_back | biceps, forearms, traps        | advanced     |                                   | unilateral
kettlebell-row          | Kettlebell row             | kettlebells | middle_back, lats | biceps, forearms               | beginner     | one-arm kettlebell row            | unilateral
gorilla-row             | Gorilla row                | kettlebells | middle_back, lats | biceps, lower_back             | intermediate |                                   | unilateral
seated-cable-row        | Seated cable row           | cable       | middle_back, lats | biceps                         | beginner     | cable row, seated row, low row    |
wide-grip-cable-row     | Wide-grip seated cable row | cable       | middle_back       | lats, shoulders, biceps        | beginner     | wide-grip cable row               |
single-arm-cable-row    | Single-arm cable row       | cable       | lats, middle_back | biceps                         | beginner     | one-arm cable row                 | unilateral
machine-row             | Machine row                | machine     | middle_back, lats | biceps                         | beginner     | seated machine row                |
chest-supported-machine-row | Chest-supported machine row | machine | middle_back, lats | biceps                         | beginner     | chest-supported t-bar row         |
smith-machine-row       | Smith machine row          | machine     | middle_back, lats | biceps, lower_back             | beginner     | smith row                         | setup=90
inverted-row            | Inverted row               | body_only   | middle_back, lats | biceps, abdominals             | beginner     | body row, australian pull-up, bodyweight row | station=rack, setup=45
table-row               | Table row                  | body_only   | middle_back, lats | biceps                         | beginner     | under-table row                   | setup=15
ring-row                | Ring row                   | other       | middle_back, lats | biceps, abdominals             | beginner     | suspension row, trx row           | station=rings
band-row                | Band row                   | bands       | middle_back, lats | biceps                         | beginner     | seated band row, banded row, resistance band row |
ez-bar-row              | EZ-bar row                 | ez_curl_bar | middle_back, lats | biceps, lower_back             | beginner     | ez bar bent-over row              |
`,
)
