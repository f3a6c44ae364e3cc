import type { Database } from '../../db/open.ts'
import type { Commitment, Meeting, Organiser, Project } from '../../db/schema.ts'
import { followUp } from '../../server/commitments/follow-up.ts'
import { promise } from '../../server/commitments/promise.ts'
import { publishCommitment } from '../../server/commitments/publish-commitment.ts'

type Here = { db: Database; project: Project; meeting: Meeting; owner: Organiser }

/** So many promises: followed up, and every other one for everybody to read. */
export async function promisesIn(
  { db, project, meeting, owner }: Here,
  { title, size }: { title: string; size: number },
  now: Temporal.Instant,
): Promise<Pick<Commitment, 'id'>> {
  const text = { lv: title, en: title }
  const input = { said: text, will: text, office: text, dueOn: '2020-02-29', meetingId: meeting.id }
  const made: Pick<Commitment, 'id'>[] = []
  for (let i = 0; i < size; i++) {
    const one = await promise(db, project, input, owner, now)
    await followUp(db, project, one, { state: 'under-way', dueOn: '2020-03-31', did: text, note: text }, owner, now)
    if (i % 2 === 0) await publishCommitment(db, project, one, owner, now)
    made.push(one)
  }
  return made[0] ?? { id: '' }
}
