/** Durations, shares and lines as people read them. */

/** 18720 → "5 h 12 min"; to the minute, for whole weeks. */
export const spokenHours = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** 926 → "15:26" */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** 0.974 → "97 %"; only what is whole is called 100. */
export const percent = (share: number): string =>
  `${Math.min(share < 1 ? 99 : 100, Math.round(share * 100))} %`

/** "core_plus_block_and_superset" → "core, block, superset" */
export const spokenStrategy = (strategy: string): string =>
  strategy.replace('core_only', 'core only').replaceAll(/_plus_|_and_/g, ', ')

/** 7.5 → "7.5", 8 → "8"; a third digit says nothing about sets. */
export const spokenCount = (count: number): string => String(Math.round(count * 10) / 10)

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** 1 → "Monday" */
export const spokenDay = (dayOfWeek: number): string => days[dayOfWeek - 1] ?? ''

/** Text in lines of so many columns at most, broken at spaces; a longer word stands alone. */
export const wrapped = (text: string, columns: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
