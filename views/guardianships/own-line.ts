import type { Meeting, Registration } from '../../db/schema.ts'
import type { OwnGuardian } from '../../server/guardianships/own.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'

type Own = { meeting: Meeting; registration: Registration; guardian: OwnGuardian; token: string }

/** On a child's own page: whether the guardian has answered, until when they may, and the way to name another. */
export function guardianLine(say: Say, own: Own): Html | null {
  if (own.registration.ageBand !== 'child' || own.guardian.standing === 'none') return null
  return html`<p>${guardianStanding(say, own)}${
    own.guardian.standing === 'answered'
      ? null
      : html` <a href="${paths.mineGuardian(own.token)}">${say('guardianship.own-change')}</a>`
  }</p>`
}

export function guardianStanding(say: Say, { meeting, registration, guardian }: Own): string {
  const { heldUntil } = registration
  if (guardian.standing === 'answered') return say('guardianship.own-answered')
  if (!guardian.asked) return say('guardianship.own-nobody')
  const email = veiled(guardian.asked.email)
  if (registration.status !== 'held' || !heldUntil) return say('guardianship.own-asked', { email })
  return say('guardianship.own-held', { email, until: momentWithin(heldUntil, meeting.zone, say.locale) })
}

/** Enough to recognise a typing mistake by: "m…@example.org". */
function veiled(email: string | null): string {
  return email ? email.replace(/^(.).*@/u, '$1…@') : '…'
}
