/** The minutes last chosen for a session, while the tab is open: back from the sheet, the slider stands where it stood. */
const chosen = new Map<string, number>()

const keyOf = (planId: string, sessionId: string): string => `${planId} ${sessionId}`

export const rememberMinutes = (planId: string, sessionId: string, minutes: number): void => {
  chosen.set(keyOf(planId, sessionId), minutes)
}

/** Two thirds of the programme, in fives: where something is to be seen. */
export const firstMinutes = (planId: string, sessionId: string, originalSeconds: number): number => {
  const known = chosen.get(keyOf(planId, sessionId))
  if (known !== undefined) return known
  const minutes = 5 * Math.round(((originalSeconds / 60) * 2) / 3 / 5)
  return Math.min(180, Math.max(15, minutes))
}
