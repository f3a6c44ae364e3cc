import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { abuseReports, letters, type Voice, voices, voiceVotes } from '../../db/schema.ts'
import { crew } from '../crew.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

export const config = { publicUrl: 'https://kopa.example.org', mailFrom: 'kopa@example.org', readsMail: false }
export const days = (count: number) => ({ hours: 24 * count })

/** A question asked at a meeting by somebody with an address, and everybody who may do something about it. */
export async function council() {
  const here = await world()
  const people = await crew(here)
  const asked = await addVoice(here, 'Kad būs laternas?', {
    ...{ meetingId: here.kickoff.id, name: 'Elza', email: 'elza@example.org' },
  })
  const app = await testApp(here.db)
  const send = async (who: { id: string }, url: string, fields: Record<string, string>) => {
    const sent = form(fields)
    const headers = { ...sent.headers, ...(await signedInAs(here.db, who, app.clock.now)) }
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers })
  }
  const see = async (url: string, who?: { id: string }) =>
    await app.inject({ url: `${url}?lang=en`, headers: who ? await signedInAs(here.db, who, app.clock.now) : {} })
  const lettersOf = async (kind: string) => await here.db.select().from(letters).where(eq(letters.kind, kind))
  return { ...here, ...people, asked, app, send, see, lettersOf }
}

type Of = { db: Database; project: { id: string } }
type Details = Partial<Voice>

/** Somebody's question or idea, shown to everybody unless said otherwise. */
export async function addVoice({ db, project }: Of, text: string, details: Details = {}): Promise<Voice> {
  const row = { projectId: project.id, kind: 'question' as const, text, locale: 'lv' as const, createdAt: now }
  return await db.transact(
    async (tx) => {
      const [voice] = await tx
        .insert(voices)
        .values({ ...row, status: 'shown', ...details })
        .returning()
      if (!voice) throw new Error('no voice')
      return voice
    },
    { touches: 'everything' },
  )
}

export async function voiceBy(db: Database, { id }: { id: string }): Promise<Voice> {
  const [voice] = await db.select().from(voices).where(eq(voices.id, id))
  if (!voice) throw new Error('no voice')
  return voice
}

/** One of everything that the dialogue has: its ids. */
export async function dialogueIn({ db, project }: Of, title: string, by: { id: string }, at = now) {
  const wall = { kind: 'idea' as const, name: title, createdAt: at }
  const voice = await addVoice({ db, project }, title, { ...wall, answererId: by.id, dueOn: '2026-12-01' })
  await addVoice({ db, project }, title, { ...wall, answer: { lv: title }, answeredAt: at })
  await addVoice({ db, project }, title, { ...wall, status: 'waiting' })
  const report = await db.transact(
    async (tx) => {
      const about = { projectId: project.id, voiceId: voice.id, words: title, at }
      const [reported] = await tx.insert(abuseReports).values(about).returning()
      return reported
    },
    { touches: 'everything' },
  )
  return { voice: voice.id, report: report?.id ?? '' }
}

/** What a question and an idea leave behind, of which everything could lead to a person. */
export async function voicesIn({ db, project, kickoff }: Of & { kickoff: { id: string } }): Promise<void> {
  const who = { name: 'Elza', email: 'elza@example.org', voterHash: 'browser' }
  const asked = await addVoice({ db, project }, 'Kad?', { ...who, meetingId: kickoff.id })
  const idea = await addVoice({ db, project }, 'Vai?', { ...who, kind: 'idea', voterHash: 'another' })
  await db.transact(
    async (tx) => {
      const votes = [asked, idea].map(({ id }) => ({ voiceId: id, voterHash: 'voter', at: now }))
      await tx.insert(voiceVotes).values(votes)
      await tx.insert(abuseReports).values({ projectId: project.id, path: '/page', words: 'words', at: now })
    },
    { touches: 'everything' },
  )
}
