/**
 * Other words that coaches write, and the vocabulary's words for them.
 * Words that mean a whole region without saying which muscles ("legs", "arms") are left out on purpose: a guess
 * would change the value of every set, so their author is asked instead.
 */

const muscleWords: readonly (readonly [meaning: readonly string[], words: string])[] = [
  [['lats', 'middle_back'], 'back'],
  [['abdominals'], 'abs ab abdominal core obliques oblique rectus_abdominis'],
  [['abductors'], 'abductor hip_abductors hip_abductor outer_thighs outer_thigh'],
  [['adductors'], 'adductor hip_adductors hip_adductor inner_thighs inner_thigh groin'],
  [['biceps'], 'bicep brachialis biceps_brachii'],
  [['calves'], 'calf gastrocnemius soleus'],
  [['chest'], 'pecs pec pectorals pectoral pectoralis upper_chest lower_chest'],
  [['forearms'], 'forearm grip brachioradialis'],
  [['glutes'], 'glute gluteus gluteus_maximus gluteals'],
  [['hamstrings'], 'hams ham hamstring'],
  [['lats'], 'lat latissimus latissimus_dorsi'],
  [['lower_back'], 'lowerback erectors erector_spinae spinal_erectors'],
  [['middle_back'], 'mid_back midback upper_back rhomboids rhomboid'],
  [['quadriceps'], 'quads quad quadricep'],
  [
    ['shoulders'],
    'shoulder delts delt deltoids deltoid front_delts side_delts rear_delts anterior_deltoids lateral_deltoids posterior_deltoids',
  ],
  [['traps'], 'trap trapezius upper_traps lower_traps'],
  [['triceps'], 'tricep triceps_brachii'],
]

const equipmentWords: readonly (readonly [meaning: string, words: string])[] = [
  ['bands', 'band resistance_bands resistance_band'],
  ['barbell', 'barbells bb olympic_barbell'],
  ['body_only', 'body bodyweight body_weight bodyonly none no_equipment'],
  ['cable', 'cables cable_machine cable_stack'],
  ['dumbbell', 'dumbbells db dbs'],
  ['exercise_ball', 'exercise_balls swiss_ball stability_ball gym_ball'],
  ['ez_curl_bar', 'e_z_curl_bar ez_bar e_z_bar curl_bar ez_barbell'],
  ['foam_roll', 'foam_roller foam_rolls'],
  ['kettlebells', 'kettlebell kb kbs'],
  ['machine', 'machines smith_machine'],
  ['medicine_ball', 'medicine_balls med_ball'],
]

const spread = <Meaning>(rows: readonly (readonly [Meaning, string])[]): ReadonlyMap<string, Meaning> =>
  new Map(rows.flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)))

export const muscleAliases = spread(muscleWords)
export const equipmentAliases = spread(equipmentWords)
