import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { groups, letters, type Meeting } from '../../db/schema.ts'
import { form, type TestApp, testApp, world } from '../world.ts'

/** A meeting that asks for the year of birth, and about photos; teachers are all of age. */
export async function youngMeeting(details: Partial<Meeting> = {}) {
  const here = await world({ asksAge: true, photoChannels: ['web', 'press'], ...details })
  const { db, teachers } = here
  await db.transact((tx) => tx.update(groups).set({ adult: true }).where(eq(groups.id, teachers.id)), {
    touches: 'everything',
  })
  const app = await testApp(db)
  const signUp = (fields: Record<string, string> = {}) => signUpAt(app, here.pupils, fields)
  return { ...here, app, signUp }
}

export type YoungMeeting = Awaited<ReturnType<typeof youngMeeting>>

export const child = { name: 'Elza', email: 'elza@example.org', birthYear: '2015', guardianEmail: 'anna@example.org' }
export const teenager = { name: 'Markuss', email: 'markuss@example.org', birthYear: '2010' }
export const ofAge = { name: 'Rūta', email: 'ruta@example.org', birthYear: '2000' }
export const yes = { answer: 'agree', signedBy: 'Anna Liepa' }

async function signUpAt(app: TestApp, group: { id: string }, fields: Record<string, string>) {
  const url = '/gen-y-city/kickoff/register?lang=en'
  return await app.inject({ method: 'POST', url, ...form({ group: group.id, ...fields }) })
}

/** The way to the page behind the newest letter of a kind to that address. */
export async function linkIn(db: Database, email: string, page: 'child' | 'mine' = 'child'): Promise<string> {
  const all = await db.select().from(letters).where(eq(letters.recipient, email)).orderBy(letters.queuedAt, letters.id)
  return `/${page}/${all.filter(({ guardianshipId }) => (page === 'child') === (guardianshipId !== null)).at(-1)?.token}`
}

export async function answer(app: TestApp, url: string, fields: Record<string, string>) {
  return await app.inject({ method: 'POST', url, ...form(fields) })
}
