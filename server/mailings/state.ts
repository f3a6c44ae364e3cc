import type { Mailing } from '../../db/schema.ts'
import type { Progress } from './queries.ts'

export const mailingStates = ['draft', 'sending', 'paused', 'sent', 'stopped'] as const
export type MailingState = (typeof mailingStates)[number]

/** It is sent once every letter is in the outbox and none of them waits there any more. */
export function stateOf(mailing: Mailing, { waiting }: Pick<Progress, 'waiting'>): MailingState {
  if (!mailing.startedAt) return 'draft'
  if (mailing.stoppedAt) return 'stopped'
  if (mailing.queuedAt && waiting === 0) return 'sent'
  return mailing.pausedAt ? 'paused' : 'sending'
}
