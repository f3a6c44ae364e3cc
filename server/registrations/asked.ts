import type { Reads } from '../../db/open.ts'
import type { Group } from '../../db/schema.ts'
import { currentText } from '../consents/queries.ts'
import type { CurrentText } from '../consents/text.ts'
import { type AgeAsked, ageAsked } from '../guardianships/further.ts'
import type { Found } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { putAtSignUp } from '../questions/put-to.ts'
import { type AskedQuestion, questionsOf } from '../questions/queries.ts'

/** What a meeting asks of whoever signs up. What it does not ask is null, or has nothing in it. */
export type Asked = {
  groups: Group[]
  age: AgeAsked | null
  /** The meeting's own. */
  questions: AskedQuestion[]
  /** Whom to call if something happens. */
  emergency: boolean
  /** How many friends they may bring. */
  friends: number
  /** The words in which photos are agreed to, where they are asked about. */
  photosText: CurrentText | null
}

export async function askedAt(db: Reads, { project, meeting }: Found, now: Temporal.Instant): Promise<Asked> {
  const groups = await groupsOf(db, project)
  const age = ageAsked(project, meeting, groups, now)
  return {
    groups,
    questions: putAtSignUp(await questionsOf(db, meeting)),
    emergency: meeting.asksEmergencyContact,
    friends: meeting.friendsMost,
    age,
    photosText: age && age.channels.length > 0 ? await currentText(db, project) : null,
  }
}
