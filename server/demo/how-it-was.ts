import { opinions } from '../../db/demo/afterwards/opinions.ts'
import { and, asc, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Meeting } from '../../db/schema.ts'
import { answerSurvey } from '../survey/answer-survey.ts'
import { askWhoCame } from '../survey/ask.ts'

/** Those who came are asked that evening, and of every four three say how it was. */
export async function askHowItWas(
  { db }: { db: Database },
  { meeting, name }: { meeting: Meeting; name: keyof typeof opinions },
): Promise<void> {
  const asked = meeting.endsAt.add({ hours: 3 })
  await askWhoCame(db, asked)
  const sent = await db
    .select({ token: letters.token })
    .from(letters)
    .where(and(eq(letters.meetingId, meeting.id), eq(letters.kind, 'survey'), isNotNull(letters.token)))
    .orderBy(asc(letters.recipient))
  for (const [i, { token }] of sent.filter((_, i) => i % 4 !== 3).entries()) {
    const marks = opinions[name][i % opinions[name].length]
    const said = { liked: '', missed: '', stories: {} }
    if (marks && token) await answerSurvey(db, { meeting }, token, { marks, ...said }, asked.add({ minutes: 30 + i }))
  }
}
