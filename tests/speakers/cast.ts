import type { Database } from '../../db/open.ts'
import {
  type Meeting,
  type Project,
  type Slot,
  type Speaker,
  type Standing,
  slotSpeakers,
  speakers,
} from '../../db/schema.ts'
import { newSpeakerLink } from '../../server/speakers/links.ts'
import { now } from '../world.ts'

/** Nobody here is a real person. */
export async function addSpeaker(
  db: Database,
  project: Pick<Project, 'id'>,
  details: Partial<Speaker> = {},
): Promise<Speaker> {
  return await db.transact(
    async (tx) => {
      const known = { name: 'Luna', kind: 'group' as const, email: 'luna@example.org', createdAt: now }
      const [speaker] = await tx
        .insert(speakers)
        .values({ projectId: project.id, ...known, ...details })
        .returning()
      if (!speaker) throw new Error('no speaker')
      return speaker
    },
    { touches: project.id },
  )
}

let last = 8

/** After whoever was put into it before. */
export async function speakIn(
  db: Database,
  slot: Pick<Slot, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  standing: Standing,
  at = now,
): Promise<void> {
  const asked = standing === 'planned' ? null : at
  last += 1
  const row = { slotId: slot.id, speakerId: speaker.id, position: last, standing, invitedAt: asked }
  await db.transact((tx) => tx.insert(slotSpeakers).values(row), { touches: 'everything' })
}

export async function linkOf(
  db: Database,
  speaker: Pick<Speaker, 'id'>,
  meeting: Pick<Meeting, 'endsAt'>,
  at = now,
): Promise<string> {
  return await db.transact((tx) => newSpeakerLink(tx, speaker, meeting, at), { touches: 'nothing' })
}
