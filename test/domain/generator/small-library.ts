/** A hand-made library: a few movements of every pattern and kind of equipment, enough for any intent's main ideas. */
import type { Movement, MovementLevel, MovementPattern } from '../../../domain/movements/movement.ts'
import { slug } from '../../../domain/plan/identify.ts'

/** "Name | pattern | equipment | primary muscles | secondary muscles | tags | level"; the last three may be left out. */
const rows = `
Barbell back squat | squat | barbell | quadriceps | glutes lower_back | core-lift
Front squat | squat | barbell | quadriceps | glutes abdominals | core-lift | intermediate
Goblet squat | squat | dumbbell | quadriceps | glutes
Leg press | squat | machine | quadriceps | glutes
Body-weight squat | squat | body_only | quadriceps | glutes
Pistol squat | squat | body_only | quadriceps | glutes | unilateral | advanced
Barbell deadlift | hinge | barbell | hamstrings glutes | lower_back traps forearms middle_back | core-lift
Romanian deadlift | hinge | barbell | hamstrings | glutes lower_back
Dumbbell Romanian deadlift | hinge | dumbbell | hamstrings | glutes lower_back
Kettlebell swing | hinge | kettlebells | glutes hamstrings | lower_back
Glute bridge | hinge | body_only | glutes | hamstrings
Walking lunge | lunge | dumbbell | quadriceps | glutes hamstrings | unilateral
Reverse lunge | lunge | body_only | quadriceps | glutes | unilateral
Bench press | horizontal_push | barbell | chest | shoulders triceps | core-lift
Dumbbell bench press | horizontal_push | dumbbell | chest | shoulders triceps
Machine chest press | horizontal_push | machine | chest | triceps
Push-up | horizontal_push | body_only | chest | triceps shoulders
Overhead press | vertical_push | barbell | shoulders | triceps | core-lift
Dumbbell shoulder press | vertical_push | dumbbell | shoulders | triceps
Pike push-up | vertical_push | body_only | shoulders | triceps
Barbell row | horizontal_pull | barbell | middle_back | lats biceps | core-lift
One-arm dumbbell row | horizontal_pull | dumbbell | middle_back | lats biceps | unilateral
Band row | horizontal_pull | bands | middle_back | lats biceps
Seated cable row | horizontal_pull | cable | middle_back | lats biceps
Lat pull-down | vertical_pull | cable | lats | biceps middle_back
Band pull-down | vertical_pull | bands | lats | biceps
Plank | trunk | body_only | abdominals | | timed
Crunch | trunk | body_only | abdominals |
Back extension | trunk | body_only | lower_back | glutes
Dumbbell curl | isolation | dumbbell | biceps | forearms
Cable curl | isolation | cable | biceps |
Skull crusher | isolation | dumbbell | triceps |
Press-down | isolation | cable | triceps |
Lateral raise | isolation | dumbbell | shoulders |
Leg curl | isolation | machine | hamstrings |
Leg extension | isolation | machine | quadriceps |
Standing calf raise | isolation | machine | calves |
Body-weight calf raise | isolation | body_only | calves |
Shrug | isolation | dumbbell | traps |
Farmer's walk | carry | dumbbell | forearms | traps abdominals
Rowing machine | conditioning | machine | cardio | lats middle_back | timed steady
Jumping jack | conditioning | body_only | cardio | calves | timed steady
Hill sprint | conditioning | body_only | cardio | calves | timed
Marching on the spot | conditioning | body_only | cardio | | timed steady
Cat-cow | mobility | body_only | lower_back | abdominals
Arm circles | mobility | body_only | shoulders |
Power clean | olympic | barbell | quadriceps | traps | core-lift | advanced
Box jump | jump | other | quadriceps | calves
`

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '')

const movementOf = (row: string): Movement => {
  const [name = '', pattern, equipment = '', primary, secondary, tags, level = 'beginner'] = row
    .split('|')
    .map((cell) => cell.trim())
  const tagWords = words(tags)
  const small = ['isolation', 'trunk', 'mobility', 'conditioning'].includes(pattern ?? '')
  return {
    slug: slug(name, ''),
    name,
    pattern: pattern as MovementPattern,
    mechanic: small ? 'isolation' : 'compound',
    primaryMuscles: words(primary),
    secondaryMuscles: words(secondary),
    equipment,
    tags: tagWords,
    coreLift: tagWords.includes('core-lift'),
    level: level as MovementLevel,
    aliases: name === 'Back extension' ? ['Hyperextension'] : [],
  }
}

export const smallLibrary: readonly Movement[] = rows.trim().split('\n').map(movementOf)
