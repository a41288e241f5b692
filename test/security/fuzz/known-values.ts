/** By a parameter's name: values that lead somewhere. Those in angle brackets are known only when they are sent. */

export const knownValues: Readonly<Record<string, readonly string[]>> = {
  planId: ['<planId>'],
  applicationId: ['<applicationId>'],
  feedbackId: ['<feedbackId>'],
  id: ['<draftId>'],
  sessionId: ['day-1', 'day-2', 'empty'],
  week: ['1', '3'],
  slug: ['barbell-back-squat', 'leg-press'],
  date: ['2026-03-02', '2026-12-31'],
  from: ['2026-03-02', '2026-03-09'],
  to: ['2026-03-08', '2026-03-15'],
  muscle: ['quads', 'chest,back'],
  equipment: ['barbell', 'dumbbell,cable'],
  pattern: ['squat', 'hinge'],
  cursor: [Buffer.from('1800000000000:00000000-0000-4000-8000-000000000000').toString('base64url')],
  'if-match': ['"1"', '"2"', '*'],
}
