import { z } from 'zod'
import { and, eq } from '../../../db/drizzle.ts'
import type { Database } from '../../../db/open.ts'
import { type Letter, type LetterWords, letters, type Organiser, type Project } from '../../../db/schema.ts'
import { line, paragraph } from '../../fields.ts'
import { record } from '../../history.ts'
import { isWaiting } from './deeds.ts'
import { writeDown } from './write-down.ts'

/** What one letter may be put in: plain text, without the marks that a catalogue's messages are filled in at. */
export const wordsForm = z.object({ subject: unmarked(line(200)), lead: unmarked(needed(paragraph(3000))) })

/** Null: the usual words again. Returns whether the letter still waited; what is as before is no step. */
export async function setWords(
  db: Database,
  project: Pick<Project, 'id'>,
  letter: Letter,
  words: LetterWords | null,
  by: Organiser,
  now: Temporal.Instant,
): Promise<boolean> {
  return await db.transact(
    async (tx) => {
      const its = and(eq(letters.id, letter.id), eq(letters.projectId, project.id), isWaiting(now))
      const [before] = await tx.select({ words: letters.words, meetingId: letters.meetingId }).from(letters).where(its)
      if (!before) return false
      if (isSame(before.words, words)) return true
      const changed = await tx.update(letters).set({ words }).where(its).returning({ id: letters.id })
      if (changed.length === 0) return false
      await writeDown(tx, changed, 'edited', by, now)
      const meeting = before.meetingId ? { id: before.meetingId } : null
      await record(tx, 'letters.edited', by, { project, meeting }, now, { count: '1' })
      return true
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

function isSame(one: LetterWords | null, other: LetterWords | null): boolean {
  return one?.subject === other?.subject && one?.lead === other?.lead
}

function needed(text: z.ZodType<string>) {
  return text.refine((written) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(written), 'problem.required')
}

/** Somebody would read `{title}` where a title should stand. */
function unmarked(text: z.ZodType<string>) {
  return text.refine((written) => !hasMarks(written), 'outbox.problem-mark')
}

export function hasMarks(written: string): boolean {
  return /\{\w+\}/.test(written)
}
