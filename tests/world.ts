import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/open.ts'
import type { Meeting } from '../db/schema.ts'
import { days, groups, meetings, memberships, organisers, projects, sessions } from '../db/schema.ts'
import { buildApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { hashOf } from '../server/secrets.ts'
import { cast } from './cast.ts'
import { cleanUpWith, freshDatabase, freshFolder, type TestDatabase } from './database.ts'

export const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const starts = Temporal.Instant.from('2026-12-12T15:00:00Z')
const ends = Temporal.Instant.from('2026-12-12T17:30:00Z')

/** A project with one published meeting, its people, and an outsider who runs a project of her own. */
export async function world(meeting: Partial<Meeting> = {}, given?: TestDatabase) {
  const db = given ?? (await freshDatabase())
  const [owner, organiser, outsider] = await Promise.all([
    addOrganiser(db, cast.owner),
    addOrganiser(db, cast.organiser),
    addOrganiser(db, cast.outsider),
  ])
  const project = await addProject(db, 'gen-y-city', 'Gen-Y City')
  const foreign = await addProject(db, 'other-city', 'Other City')
  await db.transact(
    (tx) =>
      tx.insert(memberships).values([
        { projectId: project.id, organiserId: owner.id, role: 'owner', since: now },
        { projectId: project.id, organiserId: organiser.id, role: 'organiser', since: now },
        { projectId: foreign.id, organiserId: outsider.id, role: 'owner', since: now },
      ]),
    { touches: 'everything' },
  )
  const kickoff = await addMeeting(db, project, meeting)
  return { db, now, project, foreign, kickoff, owner, organiser, outsider, ...(await groupsOf(db, project)) }
}

/** The whole application over that database, its clock in the test's hands. */
export async function testApp(db: Database, env: Record<string, string> = {}): Promise<TestApp> {
  const clock = { now }
  const dataDir = freshFolder()
  const config = readConfig({ PUBLIC_URL: 'http://localhost:3000', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...env })
  const app = await buildApp({ db, now: () => clock.now, config })
  cleanUpWith(async () => await app.close())
  return Object.assign(app, { clock, config })
}

export type TestApp = FastifyInstance & { clock: { now: Temporal.Instant }; config: ReturnType<typeof readConfig> }

/** The cookie header of somebody who has signed in just then. */
export async function signedInAs(db: Database, organiser: { id: string }, at = now): Promise<{ cookie: string }> {
  const id = `session-of-${organiser.id}`
  const row = { idHash: hashOf(id), organiserId: organiser.id, createdAt: at, expiresAt: at.add({ hours: 24 }) }
  const again = { target: sessions.idHash, set: row }
  await db.transact((tx) => tx.insert(sessions).values(row).onConflictDoUpdate(again), { touches: 'nothing' })
  return { cookie: `session=${id}` }
}

/** A form as browsers send it. */
export function form(fields: Record<string, string>) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  }
}

export async function addMeeting(db: Database, project: { id: string }, details: Partial<Meeting> = {}) {
  return await db.transact(
    async (tx) => {
      const [meeting] = await tx
        .insert(meetings)
        .values({
          projectId: project.id,
          slug: 'kickoff',
          number: 1,
          title: { lv: 'Atklāšana', en: 'Kick-off' },
          summary: { lv: 'Pirmā tikšanās.', en: 'The first meeting.' },
          placeName: { lv: 'Jaunatnes māja', en: 'Youth House' },
          address: 'Parādes iela 1, Daugavpils',
          zone: 'Europe/Riga',
          startsAt: starts,
          endsAt: ends,
          capacity: 30,
          status: 'published',
          changedAt: now,
          createdAt: now,
          publishedAt: now,
          ...details,
        })
        .returning()
      if (!meeting) throw new Error('no meeting')
      await tx.insert(days).values({ meetingId: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt })
      return meeting
    },
    { touches: 'everything' },
  )
}

async function addProject(db: Database, slug: string, title: string) {
  return await db.transact(
    async (tx) => {
      const [project] = await tx
        .insert(projects)
        .values({
          slug,
          title: { lv: title, en: title },
          aim: { lv: 'Iesaisties pilsētas dzīvē.' },
          colour: 'tangerine',
          locales: ['lv', 'en'],
          zone: 'Europe/Riga',
          contactEmail: 'jaunatne@example.org',
          createdAt: now,
          publishedAt: now,
        })
        .returning()
      if (!project) throw new Error('no project')
      return project
    },
    { touches: 'everything' },
  )
}

async function groupsOf(db: Database, project: { id: string }) {
  const rows = await db.transact(
    (tx) =>
      tx
        .insert(groups)
        .values([
          { projectId: project.id, position: 1, name: { lv: 'Skolnieks vai skolniece', en: 'Pupil' } },
          { projectId: project.id, position: 2, name: { lv: 'Skolotājs vai skolotāja', en: 'Teacher' } },
        ])
        .returning(),
    { touches: 'everything' },
  )
  const [pupils, teachers] = rows
  if (!pupils || !teachers) throw new Error('no groups')
  return { pupils, teachers }
}

export async function addOrganiser(db: Database, person: { name: string; email: string }) {
  return await db.transact(
    async (tx) => {
      const [organiser] = await tx
        .insert(organisers)
        .values({ ...person, locale: 'lv', createdAt: now })
        .returning()
      if (!organiser) throw new Error('no organiser')
      return organiser
    },
    { touches: 'nothing' },
  )
}
