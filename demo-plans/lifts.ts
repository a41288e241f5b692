/** The lifts that the demo plans share: what each is, once; a plan adds role, sets and rest. */
import type { ExerciseDocument, Mechanic } from '../domain/plan/document.ts'

type Lift = Pick<ExerciseDocument, 'name' | 'equipment' | 'mechanic' | 'primaryMuscles' | 'secondaryMuscles'>

const lift = (
  name: string,
  equipment: string,
  mechanic: Mechanic,
  primaryMuscles: string[],
  secondaryMuscles: string[] = [],
): Lift => ({ name, equipment, mechanic, primaryMuscles, secondaryMuscles })

const compound = (name: string, equipment: string, primary: string[], secondary: string[]): Lift =>
  lift(name, equipment, 'compound', primary, secondary)
const isolation = (name: string, equipment: string, primary: string[], secondary?: string[]): Lift =>
  lift(name, equipment, 'isolation', primary, secondary)

// Legs and hips
export const backSquat = compound('Back squat', 'barbell', ['quadriceps'], ['glutes', 'lower_back'])
export const deadlift = compound('Deadlift', 'barbell', ['hamstrings', 'glutes'], ['lower_back', 'traps'])
export const romanianDeadlift = compound('Romanian deadlift', 'barbell', ['hamstrings'], ['glutes'])
export const dumbbellRomanianDeadlift = compound(
  'Dumbbell Romanian deadlift',
  'dumbbell',
  ['hamstrings'],
  ['glutes', 'lower_back'],
)
export const gobletSquat = compound('Goblet squat', 'dumbbell', ['quadriceps'], ['glutes', 'adductors'])
export const splitSquat = compound('Bulgarian split squat', 'dumbbell', ['quadriceps'], ['glutes'])
export const walkingLunge = compound('Walking lunge', 'dumbbell', ['quadriceps'], ['glutes', 'hamstrings'])
export const hipThrust = compound('Hip thrust', 'barbell', ['glutes'], ['hamstrings'])
export const legPress = compound('Leg press', 'machine', ['quadriceps'], ['glutes'])
export const legExtension = isolation('Leg extension', 'machine', ['quadriceps'])
export const legCurl = isolation('Leg curl', 'machine', ['hamstrings'])
export const calfRaise = isolation('Standing calf raise', 'machine', ['calves'])
export const dumbbellCalfRaise = isolation('Dumbbell calf raise', 'dumbbell', ['calves'])

// Chest, shoulders and triceps
export const benchPress = compound('Bench press', 'barbell', ['chest'], ['triceps', 'shoulders'])
export const overheadPress = compound('Overhead press', 'barbell', ['shoulders'], ['triceps'])
export const inclineDumbbellPress = compound(
  'Incline dumbbell press',
  'dumbbell',
  ['chest'],
  ['shoulders', 'triceps'],
)
export const dumbbellFloorPress = compound('Dumbbell floor press', 'dumbbell', ['chest'], ['triceps'])
export const dumbbellOverheadPress = compound(
  'Dumbbell overhead press',
  'dumbbell',
  ['shoulders'],
  ['triceps'],
)
export const pushUp = compound('Push-up', 'body_only', ['chest'], ['triceps', 'shoulders'])
export const cableFly = isolation('Cable fly', 'cable', ['chest'])
export const lateralRaise = isolation('Lateral raise', 'dumbbell', ['shoulders'])
export const tricepsPressDown = isolation('Triceps press-down', 'cable', ['triceps'])
export const dumbbellSkullCrusher = isolation('Dumbbell skull crusher', 'dumbbell', ['triceps'])

// Back and biceps
export const barbellRow = compound('Barbell row', 'barbell', ['middle_back'], ['lats', 'biceps'])
export const chinUp = compound('Chin-up', 'body_only', ['lats'], ['biceps', 'middle_back'])
export const latPullDown = compound('Lat pull-down', 'cable', ['lats'], ['biceps', 'middle_back'])
export const seatedCableRow = compound('Seated cable row', 'cable', ['middle_back'], ['lats', 'biceps'])
export const oneArmRow = compound('One-arm dumbbell row', 'dumbbell', ['middle_back'], ['lats', 'biceps'])
export const rearDeltRaise = isolation('Rear delt raise', 'dumbbell', ['shoulders'], ['middle_back'])
export const facePull = isolation('Face pull', 'cable', ['shoulders'], ['middle_back', 'traps'])
export const ezBarCurl = isolation('EZ-bar curl', 'ez_curl_bar', ['biceps'], ['forearms'])
export const hammerCurl = isolation('Hammer curl', 'dumbbell', ['biceps'], ['forearms'])

// Trunk
export const plank = isolation('Plank', 'body_only', ['abdominals'])
export const sidePlank = isolation('Side plank', 'body_only', ['abdominals'])
export const hangingLegRaise = isolation('Hanging leg raise', 'body_only', ['abdominals'])
export const backExtension = isolation('Back extension', 'body_only', ['lower_back'], ['glutes'])
