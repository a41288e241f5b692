/** Durations, shares and lists as people read them. */

/** 12600 → "3 h 30 min", 95 → "1 min 35 s", 1.5 → "1.5 s" */
export const spokenSeconds = (seconds: number): string => {
  if (seconds < 60) return `${Math.round(seconds * 100) / 100} s`
  const whole = Math.floor(seconds)
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3_600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** 0.9512 → "95.12 %"; never rounded to a whole that it is not. */
export const spokenShare = (share: number): string => {
  const percent = share * 100
  const rounded = Math.round(percent * 100) / 100
  return rounded === 100 && share < 1 ? '99.99 %' : `${rounded} %`
}

export const spokenCount = (count: number): string => String(Math.round(count * 10) / 10)
