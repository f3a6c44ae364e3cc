import { eq } from '../../db/drizzle.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { history, letters, registrations } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const list = '/organise/gen-y-city/kickoff/mailings'

/** An organiser at the mailings of a meeting to which so many come. */
export async function mailingDesk(people: number, meeting: Partial<Meeting> = {}) {
  const here = await world({ capacity: 1000, ...meeting })
  const { db, project, kickoff, pupils, organiser } = here
  for (let i = 0; i < people; i++) await register(db, project, kickoff, { ...guest(i), groupId: pupils.id }, now)
  // What was written to them so far is none of a mailing's business.
  await db.transact((tx) => tx.update(letters).set({ sentAt: now }), { touches: 'nothing' })
  const app = await testApp(db, { SMTP_URL: 'smtp://127.0.0.1:1' })
  const headers = await signedInAs(db, organiser)
  const get = async (path = '') =>
    await app.inject({ url: `${list}${path}`, headers: { ...headers, 'accept-language': 'en' } })
  const send = async (path: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) => {
    const sent = form(fields)
    const all = { ...sent.headers, ...headers, 'accept-language': 'en', ...more }
    return await app.inject({ method: 'POST', url: `${list}${path}`, payload: sent.payload, headers: all })
  }
  const deeds = async () =>
    (await db.select().from(history)).filter(({ deed }) => deed.startsWith('mailing.')).map(({ deed }) => deed)
  const queued = async ({ id }: { id: string }) => await db.select().from(letters).where(eq(letters.mailingId, id))
  return { ...here, app, get, send, deeds, queued }
}

export function guest(nth: number) {
  return {
    name: `Guest ${nth}`,
    email: `guest${nth}@d${nth % 50}.example.org`,
    locale: nth % 2 ? ('lv' as const) : ('en' as const),
  }
}

export async function become(
  { db }: Awaited<ReturnType<typeof mailingDesk>>,
  nth: number,
  changes: Partial<Registration>,
): Promise<void> {
  const whose = eq(registrations.email, guest(nth).email)
  await db.transact((tx) => tx.update(registrations).set(changes).where(whose), { touches: 'nothing' })
}
