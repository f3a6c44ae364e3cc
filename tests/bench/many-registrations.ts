import type { Database, Tx } from '../../db/open.ts'
import {
  answers,
  type Meeting,
  type Organiser,
  type Project,
  questions,
  registrations,
  wordings,
} from '../../db/schema.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import type { MeetingInput } from '../../server/meetings/input.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { groupsOf } from '../../server/projects/queries.ts'

type Row = typeof registrations.$inferInsert

const now = Temporal.Now.instant()
const kinds = ['text', 'long-text', 'choice', 'choices', 'number', 'date', 'yes-no'] as const

/** A meeting of so many registrations and twelve questions, all of them answered. */
export async function manyRegistrations(
  db: Database,
  project: Project,
  input: MeetingInput,
  people: number,
  by: Organiser,
): Promise<Meeting> {
  const meeting = await createMeeting(db, project, { ...input, slug: `many-${people}`, capacity: people }, by, now)
  await publishMeeting(db, project, meeting, by, now)
  const groups = await groupsOf(db, project)
  await db.transact(
    async (tx) => {
      const asked: Awaited<ReturnType<typeof ask>>[] = []
      for (let i = 0; i < 12; i++) asked.push(await ask(tx, meeting, i))
      for (let i = 0; i < people; i += 100) {
        const rows = Array.from({ length: Math.min(100, people - i) }, (_, n) => person(meeting, groups, i + n))
        const made = await tx.insert(registrations).values(rows).returning({ id: registrations.id })
        const said = made.flatMap(({ id }) => asked.map((question) => ({ ...question, registrationId: id, at: now })))
        for (let from = 0; from < said.length; from += 300)
          await tx.insert(answers).values(said.slice(from, from + 300))
      }
    },
    { touches: 'nothing' },
  )
  return meeting
}

async function ask(tx: Tx, { id: meetingId }: Meeting, i: number) {
  const kind = kinds[i % kinds.length] ?? 'text'
  const [question] = await tx.insert(questions).values({ meetingId, position: i, kind, createdAt: now }).returning()
  const questionId = question?.id ?? ''
  const options = ['a', 'b', 'c'].map((id) => ({ id, label: { lv: `Atbilde ${id}` } }))
  const words = { questionId, number: 1, label: { lv: `Jautājums ${i + 1}` }, options, since: now }
  const [wording] = await tx.insert(wordings).values(words).returning()
  return { questionId, wordingId: wording?.id ?? '', value: JSON.stringify(values[kind]) }
}

const values = {
  text: { text: 'Mazliet par sevi' },
  'long-text': { text: 'Gribu satikt citus, kam rūp pilsēta, un parādīt, ko mēs ar draugiem esam izdarījuši.' },
  choice: { chosen: ['a'] },
  choices: { chosen: ['a', 'c'] },
  number: { number: 3 },
  date: { date: '2026-11-25' },
  'yes-no': { chosen: ['yes'] },
}

function person({ id: meetingId }: Meeting, groups: readonly { id: string }[], i: number): Row {
  const email = `guest${i}@example.org`
  return {
    ...{ meetingId, arrival: i + 1, name: `${names[i % names.length]} ${i}`, email, emailKey: email, locale: 'lv' },
    ...{ groupId: groups[i % groups.length]?.id ?? null, status: 'confirmed', statusAt: now, createdAt: now },
  }
}

const names = ['Līga', 'Jānis', 'Noora', 'Samuels', 'Ģertrūde', 'Žanis', 'Марк', 'Софія', 'Ķērsta', 'Emīls']
