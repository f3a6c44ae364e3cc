import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Speaker, slides, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { slotsOf } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { newSpeakerLink } from '../../server/speakers/links.ts'
import { signedInAs, testApp, world } from '../world.ts'

type World = Pick<Awaited<ReturnType<typeof world>>, 'db' | 'project' | 'kickoff' | 'owner' | 'now'>

/** Two stories whose slides are wanted, each with its speaker and their link, on a released agenda. */
export async function stories(meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const bats = await story(here, 'City of bats', 'Luna', 'luna@example.org')
  const blog = await story(here, 'A blog for everyone', 'Imbir', 'imbir@example.org')
  await releaseAgenda(here.db, here.project, here.kickoff, here.owner, here.now)
  return { ...here, bats, blog }
}

export async function story(here: World, title: string, name: string, email: string | null) {
  const { db, project, kickoff, owner } = here
  const [day] = await daysOf(db, kickoff)
  const input = { title: { en: title }, summary: {}, minutes: 10, gapMinutes: 0, roomId: null, pinnedAt: null }
  const placed = { ...input, type: 'story' as const, dayId: day?.id ?? null, internal: false, speakers: [name] }
  const { slug } = await addSlot(db, project, kickoff, placed, owner, here.now)
  const slot = (await slotsOf(db, kickoff)).find((one) => one.slug === slug)
  if (!slot) throw new Error('no slot')
  await edit(db, slot.id, { slidesWanted: true })
  const speaker = await speakerOf(db, slot.id, { email, locale: 'en' })
  await editSpeaking(db, speaker, { standing: 'confirmed' })
  const token = await db.transact((tx) => newSpeakerLink(tx, speaker, kickoff, here.now), { touches: 'nothing' })
  return { slot, speaker, token }
}

export async function edit(db: Database, id: string, columns: Partial<typeof slots.$inferInsert>): Promise<void> {
  await db.transact((tx) => tx.update(slots).set(columns).where(eq(slots.id, id)), { touches: 'everything' })
}

export async function editSpeaking(
  db: Database,
  speaker: { id: string },
  columns: Partial<typeof slotSpeakers.$inferInsert>,
): Promise<void> {
  const its = eq(slotSpeakers.speakerId, speaker.id)
  await db.transact((tx) => tx.update(slotSpeakers).set(columns).where(its), { touches: 'everything' })
}

async function speakerOf(db: Database, slotId: string, columns: Partial<Speaker>): Promise<Speaker> {
  const [speaking] = await db.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, slotId))
  const id = speaking?.speakerId ?? ''
  return await db.transact(
    async (tx) => {
      const [speaker] = await tx.update(speakers).set(columns).where(eq(speakers.id, id)).returning()
      if (!speaker) throw new Error('no speaker')
      return speaker
    },
    { touches: 'everything' },
  )
}

/** All rows, as they are told apart: which story, called what, of which type. */
export async function kept(db: Database): Promise<string[]> {
  const rows = await db
    .select({ name: slides.name, title: slots.title })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
  return rows.map(({ name, title }) => `${title.en}: ${name}`).sort()
}

/** The application over these stories, and hands that upload. */
export async function atTheTable(meeting: Partial<Meeting> = {}) {
  const here = await stories(meeting)
  const app = await testApp(here.db)
  const organiser = await signedInAs(here.db, here.organiser)
  const outsider = await signedInAs(here.db, here.outsider)
  const post = (url: string, payload: Buffer | string, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en', ...headers } })
  const upload = (url: string, bytes: Buffer, name: string, more: Record<string, string> = {}, headers = {}) =>
    post(url, multipart(bytes, name, more), { ...headers, 'content-type': 'multipart/form-data; boundary=cut' })
  return {
    ...here,
    ...{ app, post, organiser, outsider },
    /** By the speaker's own link. */
    handIn: (
      { slot, token }: { slot: { id: string }; token: string },
      bytes: Buffer,
      name = 'story.pdf',
      more: Record<string, string> = {},
    ) => upload(`/speaker/${token}/slots/${slot.id}/slides`, bytes, name, more),
    /** By an organiser. */
    handInFor: (slug: string, bytes: Buffer, name = 'story.pdf', headers = organiser) =>
      upload(`/organise/gen-y-city/kickoff/slides/${slug}/hand-in`, bytes, name, {}, headers),
    desk: (deed: string, fields: Record<string, string> = {}, headers: Record<string, string> = organiser) =>
      post(`/organise/gen-y-city/kickoff/slides/${deed}`, new URLSearchParams(fields).toString(), {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
      }),
    see: (url: string, headers: Record<string, string> = {}) =>
      app.inject({ url, headers: { 'accept-language': 'en', ...headers } }),
  }
}

export function multipart(bytes: Buffer, name: string, fields: Record<string, string> = {}): Buffer {
  const typed = Object.entries(fields).map(
    ([field, value]) => `--cut\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const file = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  return Buffer.concat([Buffer.from(typed.join('') + file), bytes, Buffer.from('\r\n--cut--\r\n')])
}
