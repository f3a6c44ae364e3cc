import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { articles } from '../../db/demo/afterwards/articles.ts'
import { minutes } from '../../db/demo/afterwards/minutes.ts'
import { pictures } from '../../db/demo/afterwards/pictures.ts'
import { polls } from '../../db/demo/afterwards/polls.ts'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, photos, registrations } from '../../db/schema.ts'
import { slotsOf } from '../agenda/queries.ts'
import { takeSteps } from '../check-ins/steps.ts'
import { withNewFile } from '../files/new-file.ts'
import { comingIn, type FileStore } from '../files/store.ts'
import { loadSharp } from '../libraries.ts'
import { approveMinutes, publishMinutes } from '../minutes/publish-minutes.ts'
import { saveMinutes } from '../minutes/save-minutes.ts'
import { publishArticle } from '../news/publish-article.ts'
import { draftArticle } from '../news/save-article.ts'
import { addPhoto } from '../photos/add-photo.ts'
import { editPhoto } from '../photos/edit-photo.ts'
import { openAlbum } from '../photos/open-album.ts'
import { makePoll } from '../polls/make-poll.ts'
import { closePoll, openPoll, showOutcome } from '../polls/run-poll.ts'
import { voteInPoll } from '../polls/vote-in-poll.ts'
import type { Held } from './dialogue.ts'
import { askHowItWas } from './how-it-was.ts'

type Told = { db: Database; files: FileStore; project: Project; by: Organiser }
type At = { meeting: Meeting; name: keyof Held }

/** What there is of each meeting that is over: who came, photos, minutes, votes and the news. */
export async function keepWhatRemains(here: Told, held: Held): Promise<void> {
  for (const [name, meeting] of Object.entries(held) as [keyof Held, Meeting][]) {
    const at = { meeting, name }
    await letThemIn(here, meeting)
    await askHowItWas(here, at)
    if (name === 'last') await letThemVote(here, meeting)
    await hangPhotos(here, at)
    await writeMinutes(here, at)
    await tellTheNews(here, at)
  }
}

/** Of every seven with a place, six come. */
async function letThemIn({ db, project, by }: Told, meeting: Meeting): Promise<void> {
  const sure = and(eq(registrations.meetingId, meeting.id), eq(registrations.status, 'confirmed'))
  const guests = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(sure)
    .orderBy(registrations.arrival)
  const steps = guests
    .filter((_, i) => i % 7 !== 6)
    .map(({ id }, i) => {
      const at = meeting.startsAt.add({ seconds: 20 * i - 900 })
      const seen = { deed: 'in' as const, at, receivedAt: at, device: 'demo', by: by.id }
      return { id: randomUUID(), meetingId: meeting.id, registrationId: id, participantId: null, ...seen }
    })
  await db.transact((tx) => takeSteps(tx, meeting, steps), { touches: project.id })
}

async function letThemVote({ db, project, by }: Told, meeting: Meeting): Promise<void> {
  const found = { project, meeting }
  for (const [i, { kind, question, options, words = {} }] of polls.entries()) {
    const at = meeting.endsAt.subtract({ minutes: 30 - 10 * i })
    const input = { kind, question, options: options.map(({ label }) => label) }
    const poll = await makePoll(db, found, input, by, at)
    await openPoll(db, found, poll, by, at)
    const said = options.flatMap(({ votes }, o) => Array.from({ length: votes }, () => `${o + 1}`))
    const all = [
      ...said,
      ...Object.entries(words).flatMap(([word, times]) => Array.from({ length: times }, () => word)),
    ]
    for (const [v, choice] of all.entries())
      await voteInPoll(db, found, poll, { choices: [choice], voterHash: `demo-${v}` }, at.add({ seconds: v }))
    await closePoll(db, found, poll, by, at.add({ minutes: 5 }))
    await showOutcome(db, found, poll, by, at.add({ minutes: 5 }))
  }
}

/** Drawn pictures of things: nobody is in them, so everybody may see them. */
async function hangPhotos({ db, files, project, by }: Told, { meeting, name }: At): Promise<void> {
  const where = { project, meeting, by }
  const at = meeting.endsAt.add({ hours: 20 })
  for (const [position, { alt, svg }] of pictures.filter((one) => one.meeting === name).entries()) {
    await withNewFile(comingIn(files, 'photos'), async (path) => {
      const jpeg = await loadSharp()(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
      await writeFile(path, jpeg)
      const hash = createHash('sha256').update(jpeg).digest('hex')
      await addPhoto(db, files, where, { path, name: 'photo.jpg', hash }, at)
      const [photo] = await db.select().from(photos).where(eq(photos.contentHash, hash))
      const channels = ['web', 'social', 'press', 'funder'] as const
      const said = { alt, credit: 'Kopā', slotId: null, position, channels: [...channels], people: 'nobody' as const }
      if (photo) await editPhoto(db, where, photo, { ...said, objections: 0 }, at)
    })
  }
  await openAlbum(db, where, at.add({ hours: 24 * 7 }), at)
}

async function writeMinutes({ db, project, by }: Told, { meeting, name }: At): Promise<void> {
  const at = meeting.endsAt.add({ hours: 40 })
  const slots = await slotsOf(db, meeting)
  for (const { slot: called, text } of minutes.filter((one) => one.meeting === name)) {
    const slot = slots.find(({ title }) => title.en === called)
    if (!slot) continue
    await saveMinutes(db, { project, meeting }, slot, { basedOn: 0, text }, by, at)
    await approveMinutes(db, { project, meeting }, slot, 1, by, at.add({ hours: 1 }))
    await publishMinutes(db, { project, meeting }, slot, by, at.add({ hours: 1 }))
  }
}

async function tellTheNews({ db, project, by }: Told, { meeting, name }: At): Promise<void> {
  const at = meeting.endsAt.add({ hours: 24 * 9 })
  const shown = await db.select({ id: photos.id }).from(photos).where(eq(photos.meetingId, meeting.id))
  const input = { ...articles[name], photoIds: shown.map(({ id }) => id) }
  await draftArticle(db, { project, meeting }, 0, input, by, at)
  await publishArticle(db, { project, meeting }, by, at.add({ hours: 1 }))
}
