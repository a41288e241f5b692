/** Conditioning: heart and lungs first; the muscles named second work along. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const conditioning = movementTable(
  'conditioning',
  `
rowing-machine          | Rowing machine            | machine     | cardio | middle_back, quadriceps   | beginner     | row erg, indoor rowing, rower, rowing      | timed, steady, setup=30
stationary-bike         | Stationary bike           | machine     | cardio | quadriceps                | beginner     | exercise bike, cycling, indoor cycling, spin bike | timed, steady, setup=30
air-bike                | Air bike                  | machine     | cardio | quadriceps, shoulders     | beginner     | assault bike, fan bike                     | timed, steady, setup=30
treadmill-run           | Treadmill run             | machine     | cardio | quadriceps, calves        | beginner     | treadmill, treadmill running               | timed, steady, setup=30
treadmill-incline-walk  | Treadmill incline walk    | machine     | cardio | glutes, calves            | beginner     | incline walk, incline treadmill walk       | timed, steady, setup=30
elliptical-trainer      | Elliptical trainer        | machine     | cardio | quadriceps, glutes        | beginner     | elliptical, cross trainer                  | timed, steady, setup=30
stair-climber           | Stair climber             | machine     | cardio | quadriceps, glutes        | beginner     | stairmaster, stepmill                      | timed, steady, setup=30
ski-machine             | Ski machine               | machine     | cardio | lats, abdominals          | beginner     | ski erg                                    | timed, steady, setup=30
running                 | Running                   | body_only   | cardio | quadriceps, calves        | beginner     | run, jog, jogging                          | timed, steady, setup=15
brisk-walk              | Brisk walk                | body_only   | cardio | calves                    | beginner     | walk, walking, easy walk                   | timed, steady, setup=15
shuttle-run             | Shuttle run               | body_only   | cardio | quadriceps, calves        | beginner     | shuttles                                   | timed, setup=15
sprint-interval         | Sprint interval           | body_only   | cardio | hamstrings, glutes        | intermediate | sprints, sprinting                         | timed, setup=15
hill-sprint             | Hill sprint               | body_only   | cardio | glutes, calves            | intermediate | hill sprints                               | timed, setup=15
jumping-jack            | Jumping jack              | body_only   | cardio | calves, shoulders         | beginner     | jumping jacks, star jump                   | timed, steady, setup=15
high-knees              | High knees                | body_only   | cardio | quadriceps, calves        | beginner     | running on the spot                        | timed, setup=15
marching-on-the-spot    | Marching on the spot      | body_only   | cardio | quadriceps                | beginner     | marching                                   | timed, steady, setup=15
burpee                  | Burpee                    | body_only   | cardio | chest, quadriceps         | intermediate | burpees                                    | setup=15
bear-crawl              | Bear crawl                | body_only   | cardio | shoulders, abdominals     | beginner     |                                            | timed, setup=15
shadow-boxing           | Shadow boxing             | body_only   | cardio | shoulders                 | beginner     |                                            | timed, steady, setup=15
jump-rope               | Jump rope                 | other       | cardio | calves, forearms          | beginner     | skipping rope, rope skipping, skipping     | timed, setup=15
sled-push               | Sled push                 | other       | cardio | quadriceps, glutes        | beginner     | prowler push                               | timed, station=sled
sled-drag               | Sled drag                 | other       | cardio | hamstrings, quadriceps    | beginner     | backward sled drag                         | timed, station=sled
battle-ropes            | Battle ropes              | other       | cardio | shoulders, forearms       | beginner     | battle rope waves                          | timed, station=battle-ropes
heavy-bag               | Heavy bag                 | other       | cardio | shoulders, abdominals     | beginner     | bag work, boxing bag                       | timed, station=heavy-bag
kettlebell-swing-interval | Kettlebell swing interval | kettlebells | cardio | glutes, hamstrings      | intermediate | kettlebell conditioning                    | timed
dumbbell-complex        | Dumbbell complex          | dumbbell    | cardio | shoulders, quadriceps     | intermediate |                                            | timed
medicine-ball-wall-ball | Wall ball                 | medicine_ball | cardio | quadriceps, shoulders   | beginner     | wall balls                                 | timed
band-sprint             | Band-resisted march       | bands       | cardio | glutes, quadriceps        | beginner     | resisted march                             | timed
`,
)
