/** Horizontal pushes: away from the chest. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const horizontalPushes = movementTable(
  'horizontal_push',
  `
bench-press             | Bench press                 | barbell     | chest            | triceps, shoulders            | intermediate | barbell bench press, flat bench press, bench | core-lift
paused-bench-press      | Paused bench press          | barbell     | chest            | triceps, shoulders            | intermediate | pause bench press                   |
close-grip-bench-press  | Close-grip bench press      | barbell     | triceps, chest   | shoulders                     | intermediate | narrow-grip bench press, cgbp       |
incline-bench-press     | Incline bench press         | barbell     | chest, shoulders | triceps                       | intermediate | incline barbell bench press         |
decline-bench-press     | Decline bench press         | barbell     | chest            | triceps, shoulders            | intermediate | decline barbell bench press         |
floor-press             | Floor press                 | barbell     | chest, triceps   | shoulders                     | intermediate | barbell floor press                 |
spoto-press             | Spoto press                 | barbell     | chest            | triceps, shoulders            | advanced     |                                     |
dumbbell-bench-press    | Dumbbell bench press        | dumbbell    | chest            | triceps, shoulders            | beginner     | flat dumbbell press, db bench press |
incline-dumbbell-press  | Incline dumbbell press      | dumbbell    | chest, shoulders | triceps                       | beginner     | incline dumbbell bench press        |
decline-dumbbell-press  | Decline dumbbell press      | dumbbell    | chest            | triceps, shoulders            | intermediate | decline dumbbell bench press        |
dumbbell-floor-press    | Dumbbell floor press        | dumbbell    | chest, triceps   | shoulders                     | beginner     |                                     |
neutral-grip-dumbbell-press | Neutral-grip dumbbell press | dumbbell | chest, triceps  | shoulders                     | beginner     | hammer-grip dumbbell press, squeeze press |
single-arm-dumbbell-bench-press | Single-arm dumbbell bench press | dumbbell | chest | triceps, shoulders, abdominals  | intermediate | one-arm dumbbell bench press        | unilateral
kettlebell-floor-press  | Kettlebell floor press      | kettlebells | chest, triceps   | shoulders                     | beginner     |                                     |
machine-chest-press     | Machine chest press         | machine     | chest            | triceps, shoulders            | beginner     | chest press, seated chest press     |
incline-machine-press   | Incline machine press       | machine     | chest, shoulders | triceps                       | beginner     | incline chest press machine         |
smith-machine-bench-press | Smith machine bench press | machine     | chest            | triceps, shoulders            | beginner     | smith bench press                   | setup=90
smith-machine-incline-press | Smith machine incline press | machine | chest, shoulders | triceps                       | beginner     | smith incline press                 | setup=90
cable-chest-press       | Cable chest press           | cable       | chest            | triceps, shoulders            | beginner     | standing cable press                |
band-chest-press        | Band chest press            | bands       | chest            | triceps, shoulders            | beginner     | banded chest press, resistance band chest press |
push-up                 | Push-up                     | body_only   | chest            | triceps, shoulders, abdominals | beginner    | press-up, push-ups, press-ups | setup=15
incline-push-up         | Incline push-up             | body_only   | chest            | triceps, shoulders            | beginner     | hands-elevated push-up              | setup=15
knee-push-up            | Knee push-up                | body_only   | chest            | triceps, shoulders            | beginner     | kneeling push-up                    | setup=15
decline-push-up         | Decline push-up             | body_only   | chest, shoulders | triceps, abdominals           | intermediate | feet-elevated push-up               | setup=15
diamond-push-up         | Diamond push-up             | body_only   | triceps, chest   | shoulders                     | intermediate | close-grip push-up                  | setup=15
archer-push-up          | Archer push-up              | body_only   | chest            | triceps, shoulders            | advanced     |                                     | setup=15
ring-push-up            | Ring push-up                | other       | chest            | triceps, shoulders, abdominals | intermediate | suspended push-up, trx push-up     | station=rings
band-push-up            | Band-resisted push-up       | bands       | chest            | triceps, shoulders, abdominals | intermediate | banded push-up                     |
exercise-ball-push-up   | Exercise ball push-up       | exercise_ball | chest          | triceps, shoulders, abdominals | intermediate | swiss ball push-up                 |
medicine-ball-push-up   | Medicine ball push-up       | medicine_ball | chest, triceps | shoulders, abdominals         | intermediate |                                     |
chest-dip               | Chest dip                   | body_only   | chest, triceps   | shoulders                     | intermediate | parallel-bar dip, dip, dips, bar dip | station=dip-bars, setup=30
weighted-dip            | Weighted dip                | other       | chest, triceps   | shoulders                     | advanced     | weighted dips                       | station=dip-bars
assisted-dip            | Assisted dip                | machine     | chest, triceps   | shoulders                     | beginner     | machine-assisted dip                |
ring-dip                | Ring dip                    | other       | chest, triceps   | shoulders, abdominals         | advanced     |                                     | station=rings
`,
)
