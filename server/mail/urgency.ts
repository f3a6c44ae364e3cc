/** Somebody looks into their mailbox for it at this moment. */
const awaited: readonly string[] = ['sign-in', 'invitation']

/** To many at once, or about nothing that has changed. */
const unhurried: readonly string[] = [
  ...['message', 'agenda-changed'],
  ...['reminder', 'questions-reminder', 'slides-reminder', 'speaker-reminder', 'story-reminder'],
  ...['voices-reminder', 'survey', 'photos-preview'],
]

export const urgent = 0

/** The lowest goes first: see `letters.urgency`. */
export function urgencyOf({ kind, mailingId }: { kind: string; mailingId?: string | null | undefined }): number {
  if (awaited.includes(kind)) return urgent
  return mailingId || unhurried.includes(kind) ? 2 : 1
}

/** Tells owners that letters have not gone; late itself, it is no reason for another. */
export const lateKind = 'letters-late'
