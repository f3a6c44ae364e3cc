import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  answerFiles,
  answers,
  consents,
  guardianshipLinks,
  guardianships,
  letters,
  type Meeting,
  participants,
  placeSteps,
  questions,
  type Registration,
  registrations,
  wordings,
  workshopChoices,
  workshops,
} from '../../db/schema.ts'
import { hashOf } from '../../server/secrets.ts'

type Asked = { text: string; file: string; workshop: string }

/** A meeting's own questions and a workshop, for `giveEverything` to answer and to choose. */
export async function askTwoThings(
  db: Database,
  { id: meetingId }: Pick<Meeting, 'id'>,
  now: Temporal.Instant,
): Promise<Asked> {
  const asked = { text: `text-${meetingId}`, file: `file-${meetingId}`, workshop: `workshop-${meetingId}` }
  await db.transact(
    async (tx) => {
      for (const [i, kind] of (['text', 'file'] as const).entries()) {
        const kept = { keepDays: kind === 'text' ? 7 : null, createdAt: now }
        const visibleTo = kind === 'text' ? (['organiser'] as const) : (['organiser', 'door'] as const)
        await tx
          .insert(questions)
          .values({ ...kept, id: asked[kind], meetingId, kind, position: i + 1, visibleTo: [...visibleTo] })
        const label = { lv: `Jautājums ${kind}`, en: `Question ${kind}` }
        await tx.insert(wordings).values({ id: asked[kind], questionId: asked[kind], number: 1, label, since: now })
      }
      await tx.insert(workshops).values({ slotId: asked.workshop, meetingId, places: 10 })
    },
    { touches: 'nothing' },
  )
  return asked
}

/** Everything that can be known about one registration, `word` being in all that is personal; the guardian's secret. */
export async function giveEverything(
  db: Database,
  dataDir: string | null,
  { id: registrationId }: Pick<Registration, 'id'>,
  asked: Asked,
  word: string,
  now: Temporal.Instant,
): Promise<string> {
  const [own, token] = [{ registrationId }, `secret-of-${word}`]
  const file = `file-${registrationId}`
  await db.transact(
    async (tx) => {
      const named = {
        kind: 'friends' as const,
        seats: 2,
        className: `class ${word}`,
        classKey: `class ${word}`,
        birthYear: 2009,
      }
      await tx
        .update(registrations)
        .set({ ...named, ageBand: 'young' })
        .where(eq(registrations.id, registrationId))
      const friend = { ...own, id: `friend-${registrationId}`, position: 1, name: `friend ${word}` }
      await tx.insert(participants).values(friend)
      const answer = { ...own, at: now, questionId: asked.text, wordingId: asked.text }
      await tx.insert(answers).values([
        { ...answer, value: JSON.stringify({ text: `answer ${word}` }) },
        { ...answer, questionId: asked.file, wordingId: asked.file, value: JSON.stringify({ file }) },
      ])
      const sent = { ...own, id: file, questionId: asked.file, name: `${word}.pdf`, type: 'pdf' as const }
      await tx.insert(answerFiles).values({ ...sent, bytes: 12_345, at: now })
      const guardian = {
        ...own,
        id: `guardian-${registrationId}`,
        email: `guardian.${word}@example.org`,
        locale: 'lv' as const,
      }
      const signed = {
        about: 'photos' as const,
        askedAt: now,
        answeredAt: now,
        agreed: true,
        signedBy: `Guardian ${word}`,
      }
      await tx.insert(guardianships).values({ ...guardian, ...signed, textVersion: 'photos-1' })
      const link = { guardianshipId: guardian.id, createdAt: now, expiresAt: now.add({ hours: 9999 }) }
      await tx.insert(guardianshipLinks).values({ ...link, tokenHash: hashOf(token) })
      const said = { ...own, channel: 'web' as const, at: now, locale: 'lv' as const, textVersion: 'photos-1' }
      await tx.insert(consents).values([
        { ...said, agreed: true, by: 'guardian', guardianshipId: guardian.id },
        { ...said, agreed: false, by: 'self', participantId: friend.id },
      ])
      await tx
        .insert(workshopChoices)
        .values({ ...own, slotId: asked.workshop, arrival: arrivalOf(registrationId), status: 'in', statusAt: now })
      await tx.insert(placeSteps).values({ ...own, number: 901, at: now, status: 'confirmed', seats: 2 })
      const letter = {
        kind: 'guardianship-request',
        locale: 'lv' as const,
        queuedAt: now,
        dueAt: now.add({ hours: 9999 }),
      }
      const to = { recipient: guardian.email, recipientKey: guardian.email, token, guardianshipId: guardian.id }
      await tx.insert(letters).values({ ...letter, ...to, facts: { name: word }, answer: `550 ${word}` })
    },
    { touches: 'nothing' },
  )
  if (dataDir) writeAnswer(dataDir, file, `contents ${word}`)
  return token
}

function writeAnswer(dataDir: string, file: string, contents: string) {
  mkdirSync(join(dataDir, 'answers'), { recursive: true })
  writeFileSync(join(dataDir, 'answers', file), contents)
}

function arrivalOf(id: string): number {
  return Number.parseInt(id.slice(-6), 16)
}
