/** Numbers as the page shows them. */

/** 2697 → "44:57". */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** 200 → "3 min 20 s". */
export const spokenSeconds = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** 0.998 → "99 %": what is not whole is never shown as 100 %. */
export const percent = (ratio: number): string => `${Math.floor(100 * ratio + 1e-9)} %`

/** 6.5 → "6.5", 3 → "3". */
export const sets = (count: number): string => String(Math.round(10 * count) / 10)

/** "1 set", "3 sets" */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`
