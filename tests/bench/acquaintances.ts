import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, meetings, type Organiser, organisers, type Project } from '../../db/schema.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import type { MeetingInput } from '../../server/meetings/input.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { groupsOf } from '../../server/projects/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { propose } from '../../server/stories/propose.ts'
import { setCall } from '../../server/stories/set-call.ts'

const now = Temporal.Now.instant()

/** So many people who are known here in every way, their letters long gone; `open` and `full` are meetings. */
export async function acquaintances(db: Database, project: Project, by: Organiser, input: MeetingInput, size: number) {
  const emails = Array.from({ length: size }, (_, i) => `known${i}@example.org`)
  const [group] = await groupsOf(db, project)
  const call = await setCall(db, project, null, { ...callInput, closesAt: now.add({ hours: 24 * 20 }) }, by, now)
  for (const [slug, capacity] of [
    ['open', 100_000],
    ['full', 1],
  ] as const) {
    const meeting = await createMeeting(db, project, { ...input, slug, capacity }, by, now)
    await db.transact((tx) => tx.update(meetings).set({ takesClasses: true }).where(eq(meetings.id, meeting.id)), {
      touches: 'everything',
    })
    await publishMeeting(db, project, meeting, by, now)
    const person = { name: 'Vera', groupId: group?.id ?? null, locale: 'lv' as const }
    const aClass = {
      ...person,
      kind: 'class' as const,
      className: '8.a',
      seats: 3,
      adults: 1,
      ageBand: 'adult' as const,
    }
    await Promise.all(emails.map((email) => register(db, project, meeting, { ...person, email }, now)))
    await Promise.all(emails.map((email) => register(db, project, meeting, { ...aClass, email }, now)))
  }
  await Promise.all(emails.map((email) => propose(db, call, { ...solyanka, email }, 'hand-in', now)))
  const known = emails.map((email) => ({ name: 'Vera', email, locale: 'lv' as const, createdAt: now }))
  await db.transact(
    async (tx) => {
      if (known.length > 0) await tx.insert(organisers).values(known)
      await tx.update(letters).set({ sentAt: now })
    },
    { touches: 'nothing' },
  )
  return { emails, group: group?.id ?? '' }
}

const callInput = {
  title: { lv: 'Atnes savu stāstu' },
  text: {},
  opensAt: null,
  types: ['story' as const],
  questions: [],
}

const solyanka = {
  story: {
    ...{ title: 'Solyanka', abstract: 'A blog for everyone.', wishes: '', answers: {} },
    ...{ language: 'en' as const, type: 'story' as const },
  },
  teller: { kind: 'person' as const, name: 'Noor', bio: '', minor: false, guardianEmail: null },
  locale: 'en' as const,
  coSpeakers: [],
}
