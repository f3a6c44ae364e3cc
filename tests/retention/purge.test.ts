import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import {
  deliveries,
  factorsAsked,
  halfSessions,
  letters,
  materials,
  photoObjections,
  registrations,
  sessions,
  signInLinks,
  slides,
  slotSpeakers,
  speakers,
  storyReviews,
  wrongCodes,
} from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { readConfig } from '../../server/config.ts'
import { makeFeed } from '../../server/feeds/keep-feed.ts'
import { jobs } from '../../server/jobs.ts'
import { register } from '../../server/registrations/register.ts'
import { newToken } from '../../server/secrets.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { noor, sami } from '../cast.ts'
import { run } from '../commands/run.ts'
import { freshFolder, onPostgres } from '../database.ts'
import { voicesIn } from '../dialogue/cast.ts'
import { dump } from '../dump.ts'
import { askedToken, youngSpeaker } from '../guardians/young.ts'
import { newsLink } from '../mailings/cast.ts'
import { askTwoThings, giveEverything } from '../my-data/rich.ts'
import { addPhoto } from '../photos/cast.ts'
import { pollsIn } from '../polls/full.ts'
import { registrationBy } from '../registrations/places.ts'
import { linkOf, speakIn } from '../speakers/cast.ts'
import { bring, openCall, storyCalled } from '../stories/cast.ts'
import { surveyIn } from '../survey/full.ts'
import { now, world } from '../world.ts'
import { notPersonal, personal, textColumns } from './columns.ts'
import { mark, plant, plantedAmong, plantedIn, plantFiles } from './planted.ts'

const days = (number: number) => ({ hours: 24 * number })

test('every text there is room for is planted, or said to name nobody', () => {
  const known = (name: string) => Object.values(notPersonal).some((likes) => likes.some((like) => like.test(name)))
  const names = textColumns().map(({ name }) => name)
  expect(names.filter((name) => !personal.has(name) && !known(name))).toEqual([])
  expect(names.filter((name) => personal.has(name) && known(name))).toEqual([])
  expect([...personal].filter((name) => !names.includes(name))).toEqual([])
})

test('past every deadline nothing personal is left: not in rows, files, the log, or a backup', {
  timeout: 60_000,
}, async () => {
  const { db, dataDir, kickoff } = await everybodyKnown()
  const before = await allRows(db)
  for (const column of textColumns().filter(({ name }) => personal.has(name)))
    expect([column.name, before.includes(mark(column))]).toEqual([column.name, true])
  await addPublicSpeaker(db, kickoff)
  expect(plantedIn(dataDir).length).toBeGreaterThan(3)

  await runClock(db, dataDir)
  const after = await allRows(db)
  expect(plantedAmong(after)).toEqual([])
  expect(plantedIn(dataDir)).toEqual([])
  for (const folder of ['answers', 'slides', 'materials', 'speakers'])
    expect(readdirSync(join(dataDir, folder))).toEqual([])
  if (!onPostgres) expect(await plantedInBackup(db, dataDir)).toEqual([])

  const [one, other] = await db.select().from(registrations).orderBy(registrations.arrival)
  expect(one).toMatchObject({ status: 'confirmed', seats: 2, ageBand: 'young', birthYear: null, name: null })
  expect(other).toMatchObject({ status: 'confirmed', birthYear: null, name: null })
  expect(after).toContain('Stays Public')
})

/** A meeting with at least one row in every table that can say something of somebody. */
async function everybodyKnown() {
  const here = await world()
  const { db, project, kickoff, owner, pupils } = here
  const dataDir = here.db.url.startsWith('sqlite:') ? dirname(here.db.url.replace('sqlite:', '')) : freshFolder()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const registration = await registrationBy(db, noor)
  await giveEverything(db, dataDir, registration, await askTwoThings(db, kickoff, now), 'planted~', now)
  await newsLink(db, project, noor.email)
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Solyanka', { dayId: day.id }), owner, now)
  await surveyIn(db, kickoff, 'planted~survey', now)
  const young = await youngSpeaker(db, project, slot, { email: 'elina@example.org', pictureId: 'picture' })
  await askedToken(db, project, young, 'anna@example.org', now)
  await linkOf(db, young, kickoff)
  for (const whose of [{ emailKey: `${registration.emailKey}` }, { speakerId: young.id }])
    await makeFeed(db, { projectId: project.id, ...whose }, newToken(), { locale: 'lv', alarmMinutes: null }, now)
  await voicesIn(here)
  await pollsIn({ db, project, meeting: kickoff }, { title: 'Poll', size: 1, owner }, now)
  const call = await openCall(db, project, kickoff, owner)
  await bring(db, call, { story: { title: 'Imbir' } })
  const { id: storyId } = await storyCalled(db, 'Imbir')
  const photo = await addPhoto(db, kickoff)
  const at = { createdAt: now, expiresAt: now.add({ hours: 1 }), organiserId: owner.id }
  await db.transact(
    async (tx) => {
      const handedIn = {
        id: 'deck',
        slotId: slot.id,
        speakerId: young.id,
        name: 'deck',
        type: 'pdf' as const,
        bytes: 1,
      }
      await tx.insert(slides).values({ ...handedIn, handedInAt: now })
      const paper = { id: 'paper', projectId: project.id, meetingId: kickoff.id, position: 1, addedAt: now }
      await tx.insert(materials).values({ ...paper, kind: 'document', name: 'paper', type: 'docx', bytes: 1 })
      await tx.insert(storyReviews).values({ storyId, organiserId: owner.id, comment: 'Good.', at: now })
      await tx.insert(photoObjections).values({ photoId: photo.id, words: 'Imbir', at: now })
      await tx.insert(sessions).values({ ...at, idHash: 'session' })
      await tx.insert(halfSessions).values({ ...at, idHash: 'half' })
      const asked = { holderHash: 'half', kind: 'app' as const, secret: 'secret', expiresAt: at.expiresAt }
      await tx.insert(factorsAsked).values(asked)
      await tx.insert(wrongCodes).values({ organiserId: owner.id, holderHash: 'half', at: now })
      const steps = (await tx.select().from(letters)).map(({ id }) => ({
        letterId: id,
        at: now,
        outcome: 'delayed' as const,
      }))
      await tx.insert(deliveries).values(steps)
      await tx.insert(signInLinks).values({ ...at, tokenHash: 'link', browserHash: 'browser' })
    },
    { touches: 'everything' },
  )
  await plant(db)
  plantFiles(dataDir, [
    'slides/deck',
    'slides/lost.new',
    'materials/paper',
    'speakers/picture.webp',
    `answers/file-${registration.id}`,
  ])
  if (!onPostgres) {
    const file = basename(db.url)
    plantFiles(dataDir, [`${file}-before-0001_change`, `${file}-replaced-1`, `${file}-replaced-1-wal`])
  }
  return { ...here, dataDir }
}

/** What was public stays; how they were reached does not. */
async function addPublicSpeaker(db: Database, kickoff: { projectId: string }): Promise<void> {
  const row = {
    projectId: kickoff.projectId,
    name: 'Stays Public',
    email: 'planted~public@example.org',
    createdAt: now,
  }
  const [slot] = await db.select({ id: slotSpeakers.slotId }).from(slotSpeakers)
  const [speaker] = await db.transact((tx) => tx.insert(speakers).values(row).returning(), { touches: 'nothing' })
  if (slot && speaker) await speakIn(db, slot, speaker, 'confirmed')
}

/** Everything the clock does, from the day after the meeting until long after it. */
async function runClock(db: Database & { url: string }, dataDir: string): Promise<void> {
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: db.url })
  const all = jobs(db, config, new AbortController().signal, { warn() {} })
  for (const passed of [1, 20, 60, 400, 800, 803, 806]) for (const job of all) await job.run(now.add(days(passed)))
}

async function allRows(db: Database): Promise<string> {
  return Object.values(await dump(db)).join('\n')
}

async function plantedInBackup(db: Database & { url?: string }, dataDir: string): Promise<string[]> {
  const folder = freshFolder()
  const env = { DATABASE_URL: db.url ?? '', DATA_DIR: dataDir }
  expect(await run('backup', [join(folder, 'kopa.backup')], env)).toMatchObject({ code: 0 })
  return plantedIn(folder)
}
