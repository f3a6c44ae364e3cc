import { type DemoSpeaker, speakers as told } from '../../db/demo/speakers.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Speaker, speakers } from '../../db/schema.ts'
import { draftAgenda } from '../agenda/queries.ts'
import { askGuardian } from '../guardians/ask.ts'
import { acceptInvitation } from '../speakers/answer.ts'
import { confirmSpeaker } from '../speakers/confirm.ts'
import { editProfile } from '../speakers/edit-profile.ts'
import { inviteAll } from '../speakers/invite.ts'
import { speakersNamed } from '../speakers/named.ts'

/** Writes down who can be written to, before they are given a slot. */
export async function meetSpeakers(
  db: Database,
  project: Project,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const named = await speakersNamed(db, project, Object.keys(told))
  const strangers = named.filter(({ isNew }) => isNew).map(({ speaker }) => ({ ...speaker, createdAt: now }))
  await db.transact((tx) => tx.insert(speakers).values(strangers), { touches: project.id })
  for (const { speaker } of named) {
    const profile = told[speaker.name]
    if (profile) await editProfile(db, project, speaker, profileOf(speaker, profile), now, by)
  }
}

/** Invites them all; some answer within two days, and the organisers confirm most of those. */
export async function inviteSpeakers(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await inviteAll(db, { project, meeting }, by, now)
  const { slots } = await draftAgenda(db, meeting)
  const parts = slots.flatMap((slot) =>
    slot.speakers.map((speaker) => ({ slot, speaker, profile: told[speaker.name] })),
  )
  for (const [i, { slot, speaker, profile }] of parts.entries()) {
    if (!profile || profile.answer === 'invited') continue
    const part = { slotId: slot.id, speakerId: speaker.id }
    const answered = now.add({ hours: 3 + i * 2 })
    await acceptInvitation(db, { project, meeting }, part, answered)
    if (profile.guardian) await askOne(db, project, speaker, profile.guardian, answered.add({ minutes: 5 }))
    if (profile.answer === 'confirmed') {
      await confirmSpeaker(db, { project, meeting }, part, by, answered.add({ hours: 1 }))
    }
  }
}

async function askOne(
  db: Database,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  email: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact((tx) => askGuardian(tx, project, speaker, { email, locale: 'lv' }, null, now), {
    touches: project.id,
  })
}

function profileOf({ name }: Speaker, { kind, email, bio, languages, guardian }: DemoSpeaker) {
  return { kind, name, email, locale: null, bio, links: [], languages, minor: guardian !== undefined }
}
