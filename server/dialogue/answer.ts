import { isDeepStrictEqual } from 'node:util'
import { and, eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Voice, voices } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { letAskersWait, tellAskers } from './tell-askers.ts'

type By = Pick<Organiser, 'id'>

/** Keeps what was written so far; of an answer that everybody reads already, they read the new words. */
export async function keepAnswer(
  db: Database,
  project: Project,
  { id }: Pick<Voice, 'id'>,
  answer: Localised,
): Promise<void> {
  const keep = async (tx: Tx) => {
    await writableProject(tx, project)
    const voice = await freshVoice(tx, project, id)
    await tx.update(voices).set({ answer }).where(eq(voices.id, voice.id))
  }
  await db.transact(keep, { touches: project.id, lock: id })
}

/** Lets everybody read it. Those who asked and left an address are told, once, and the address is forgotten. */
export async function publishAnswer(
  db: Database,
  project: Project,
  { id }: Pick<Voice, 'id'>,
  answer: Localised,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const publish = async (tx: Tx) => {
    const fresh = await writableProject(tx, project)
    const voice = await freshVoice(tx, fresh, id)
    if (voice.answeredAt && isDeepStrictEqual(voice.answer, answer)) return
    const answered = voice.answeredAt ? {} : { answeredAt: now, answeredBy: by.id }
    await tx
      .update(voices)
      .set({ answer, ...answered })
      .where(eq(voices.id, voice.id))
    if (voice.answeredAt) return
    await record(tx, 'dialogue.answered', by, { project, meeting: meetingOf(voice) }, now)
    await tellAskers(tx, fresh, voice, now)
  }
  await db.transact(publish, { touches: project.id, lock: id })
}

/** Makes it a draft again. */
export async function takeBackAnswer(
  db: Database,
  project: Project,
  { id }: Pick<Voice, 'id'>,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const takeBack = async (tx: Tx) => {
    await writableProject(tx, project)
    const voice = await freshVoice(tx, project, id)
    if (!voice.answeredAt) return
    await tx.update(voices).set({ answeredAt: null, answeredBy: null }).where(eq(voices.id, voice.id))
    await letAskersWait(tx, voice, now)
    await record(tx, 'dialogue.taken-back', by, { project, meeting: meetingOf(voice) }, now)
  }
  await db.transact(takeBack, { touches: project.id, lock: id })
}

async function freshVoice(tx: Tx, project: Pick<Project, 'id'>, id: string): Promise<Voice> {
  const own = and(eq(voices.id, id), eq(voices.projectId, project.id), eq(voices.status, 'shown'))
  const [voice] = await tx.select().from(voices).where(own)
  return voice ?? notFound()
}

function meetingOf({ meetingId }: Voice) {
  return meetingId === null ? null : { id: meetingId }
}
