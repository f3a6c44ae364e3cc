import type { Database } from '../../db/open.ts'
import type { Mailing, Meeting, Organiser, Project } from '../../db/schema.ts'
import { mailingOf } from '../../server/mailings/queries.ts'
import { createMailing, type MailingInput } from '../../server/mailings/save-mailing.ts'
import { newToken } from '../../server/secrets.ts'
import { newUnsubscribeLinks, unsubscribeToken } from '../../server/unsubscribe/links.ts'
import { now } from '../world.ts'

type Here = { db: Database; project: Project; kickoff: Meeting; owner: Organiser }

const words = {
  subject: { lv: 'Paņem ūdeni', en: 'Bring water' },
  text: { lv: 'Būs *karsts*.', en: 'It gets *hot*.\n<b>Really.</b>' },
}

/** A letter to everybody with a place, not sent yet. */
export async function draftIn(
  { db, project, kickoff, owner }: Here,
  changes: Partial<MailingInput> = {},
  at = now,
): Promise<Mailing> {
  const input = { kind: 'about' as const, ...words, audience: { standing: ['confirmed' as const] }, ...changes }
  const made = await createMailing(db, { project, meeting: kickoff }, input, undefined, owner, at)
  const mailing = await mailingOf(db, kickoff, made.id)
  if (!mailing) throw new Error('no mailing')
  return mailing
}

/** The secret in a link that unsubscribes that address from a project's news. */
export async function newsLink(db: Database, project: Project, recipient: string, at = now): Promise<string> {
  const token = newToken()
  await db.transact((tx) => newUnsubscribeLinks(tx, project, [{ recipient, token }], at), { touches: 'nothing' })
  return unsubscribeToken(token)
}
