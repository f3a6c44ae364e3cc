import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Cue, cues, slots } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'

type CueInput = Pick<Cue, 'slotId' | 'offset' | 'text' | 'who'>

/** Something to be done around a slot; the same `once` again adds nothing. */
export async function addCue(db: Database, found: Found, input: CueInput, once: string = randomUUID()): Promise<void> {
  await change(db, found, async (tx) => {
    const inMeeting = and(eq(slots.id, input.slotId), eq(slots.meetingId, found.meeting.id))
    const [slot] = await tx.select({ id: slots.id }).from(slots).where(inMeeting)
    if (!slot) notFound()
    await tx
      .insert(cues)
      .values({ id: once, meetingId: found.meeting.id, ...input })
      .onConflictDoNothing()
  })
}

export async function removeCue(db: Database, found: Found, { id }: Pick<Cue, 'id'>): Promise<void> {
  await change(db, found, async (tx) => {
    await tx.delete(cues).where(and(eq(cues.id, id), eq(cues.meetingId, found.meeting.id)))
  })
}

/** It is done; whoever said so first is right about when. */
export async function tickCue(db: Database, found: Found, { id }: Pick<Cue, 'id'>, now: Temporal.Instant) {
  await change(db, found, async (tx) => {
    await tx
      .update(cues)
      .set({ doneAt: now })
      .where(and(eq(cues.id, id), isNull(cues.doneAt)))
  })
}

/** It is not, after all. */
export async function untickCue(db: Database, found: Found, { id }: Pick<Cue, 'id'>): Promise<void> {
  await change(db, found, async (tx) => {
    await tx.update(cues).set({ doneAt: null }).where(eq(cues.id, id))
  })
}

/** Everybody who has the sheet open sees it at once. */
async function change(db: Database, { project }: Found, work: (tx: Tx) => Promise<void>): Promise<void> {
  const act = async (tx: Tx) => {
    await writableProject(tx, project)
    await work(tx)
  }
  await db.transact(act, { touches: project.id })
}
