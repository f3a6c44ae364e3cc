import type { Project } from '../../db/schema.ts'
import type { Wait } from '../../server/mail/outbox/waits.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'

/** Why a letter has not gone yet, and when it will. */
export function waitText(say: Say, { zone }: Pick<Project, 'zone'>, wait: Wait): string {
  const at = (moment: Temporal.Instant) => stamp(moment, zone, say.locale)
  if (wait.is === 'held') {
    const since = at(wait.since)
    return wait.by ? say('mail.wait.held', { by: wait.by, at: since }) : say('mail.wait.held-by-nobody', { at: since })
  }
  if (wait.is === 'again') {
    const until = at(wait.until)
    return wait.answer
      ? say('mail.wait.again-answer', { at: until, answer: wait.answer })
      : say('mail.wait.again', { at: until })
  }
  return say(`mail.wait.${wait.is}`, 'until' in wait ? { at: at(wait.until) } : {})
}
