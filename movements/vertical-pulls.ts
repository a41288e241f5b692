/** Vertical pulls: from overhead down, or the body up. */
import { movementTable } from '../domain/movements/movement-table.ts'

export const verticalPulls = movementTable(
  'vertical_pull',
  `
pull-up                  | Pull-up                    | body_only | lats        | biceps, middle_back, forearms | intermediate | pull-ups, overhand pull-up           | station=pull-up-bar, setup=30
chin-up                  | Chin-up                    | body_only | lats, biceps | middle_back, forearms        | intermediate | chin-ups, underhand pull-up          | station=pull-up-bar, setup=30
neutral-grip-pull-up     | Neutral-grip pull-up       | body_only | lats        | biceps, middle_back           | intermediate | hammer-grip pull-up                  | station=pull-up-bar, setup=30
wide-grip-pull-up        | Wide-grip pull-up          | body_only | lats        | middle_back, biceps           | advanced     |                                      | station=pull-up-bar, setup=30
negative-pull-up         | Negative pull-up           | body_only | lats        | biceps, middle_back           | beginner     | eccentric pull-up                    | station=pull-up-bar, setup=30
muscle-up                | Muscle-up                  | body_only | lats, chest | triceps, biceps, shoulders    | advanced     | bar muscle-up                        | station=pull-up-bar, setup=30
weighted-pull-up         | Weighted pull-up           | other     | lats        | biceps, middle_back, forearms | advanced     | weighted pull-ups                    | station=pull-up-bar
weighted-chin-up         | Weighted chin-up           | other     | lats, biceps | middle_back, forearms        | advanced     | weighted chin-ups                    | station=pull-up-bar
ring-pull-up             | Ring pull-up               | other     | lats        | biceps, middle_back           | intermediate |                                      | station=rings
band-assisted-pull-up    | Band-assisted pull-up      | bands     | lats        | biceps, middle_back           | beginner     | banded pull-up                       | station=pull-up-bar
assisted-pull-up         | Assisted pull-up           | machine   | lats        | biceps, middle_back           | beginner     | machine-assisted pull-up             |
lat-pulldown             | Lat pull-down              | cable     | lats        | biceps, middle_back           | beginner     | wide-grip lat pull-down, pull-down, lat pull-downs | setup=45
close-grip-pulldown      | Close-grip pull-down       | cable     | lats        | biceps, middle_back           | beginner     | close-grip lat pull-down, v-bar pull-down | setup=45
underhand-pulldown       | Underhand pull-down        | cable     | lats, biceps | middle_back                  | beginner     | reverse-grip lat pull-down           | setup=45
neutral-grip-pulldown    | Neutral-grip pull-down     | cable     | lats        | biceps, middle_back           | beginner     | neutral-grip lat pull-down           | setup=45
single-arm-pulldown      | Single-arm pull-down       | cable     | lats        | biceps                        | beginner     | one-arm lat pull-down                | unilateral
kneeling-cable-pulldown  | Kneeling cable pull-down   | cable     | lats        | biceps, middle_back           | beginner     | half-kneeling pull-down              |
machine-pulldown         | Machine pull-down          | machine   | lats        | biceps, middle_back           | beginner     | plate-loaded pull-down, iso-lateral pull-down |
band-pulldown            | Band pull-down             | bands     | lats        | biceps, middle_back           | beginner     | band lat pull-down, resistance band pull-down |
`,
)
