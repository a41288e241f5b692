/** The vocabulary's words in sentences. */

/** `lower_back` → "lower back" */
export const plain = (word: string): string => word.replaceAll('_', ' ')

/** "chest", "chest and triceps", "chest, shoulders and triceps" */
export const enumerate = (words: readonly string[]): string => {
  const plainWords = words.map(plain)
  const last = plainWords.at(-1) ?? ''
  return plainWords.length < 2 ? last : `${plainWords.slice(0, -1).join(', ')} and ${last}`
}

const equipmentNames: ReadonlyMap<string, string> = new Map([
  ['body_only', 'no equipment'],
  ['barbell', 'a barbell'],
  ['bands', 'bands'],
  ['cable', 'a cable'],
  ['dumbbell', 'dumbbells'],
  ['exercise_ball', 'an exercise ball'],
  ['ez_curl_bar', 'an EZ bar'],
  ['foam_roll', 'a foam roll'],
  ['kettlebells', 'kettlebells'],
  ['machine', 'a machine'],
  ['medicine_ball', 'a medicine ball'],
  ['other', 'equipment of its own'],
])

/** What one needs: "dumbbells", "a machine", "no equipment". */
export const equipmentName = (word: string): string => equipmentNames.get(word) ?? plain(word)
