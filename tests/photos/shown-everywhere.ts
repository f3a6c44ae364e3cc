import { eq } from '../../db/drizzle.ts'
import { articles, type Photo, photos, registrations, reports } from '../../db/schema.ts'
import { currentText } from '../../server/consents/queries.ts'
import { sayConsent } from '../../server/consents/say-consent.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetRegistrations } from '../../server/retention/forget-registrations.ts'
import { widthsOf } from '../../views/photos/widths.ts'
import { fullWorld } from '../full-world.ts'
import { firstSlot } from '../guardians/young.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { partsOf } from '../registrations/workbook.ts'
import { addSpeaker, linkOf, speakIn } from '../speakers/cast.ts'
import { type TestApp, testApp } from '../world.ts'
import { addPhoto, mark, photoFilesIn } from './cast.ts'

const present = Temporal.Now.instant()

/** Whoever is marked in a photo, `token` being their own link. */
export type Somebody = { id: string; token: string; photo: Photo }

type World = Awaited<ReturnType<typeof fullWorld>>
type Who = { young?: boolean; speaks?: boolean }

/** A full project whose article and report show every photo they may. */
export async function shownEverywhere() {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  app.clock.now = present
  return {
    ...here,
    ...{ app, idsFor: (route: string) => ({ ...here.ids, ...secretsFor(here, route) }) },
    bring: (name: string, who: Who) => bring(here, app, name, who),
    askFor: (route: string, photo: Photo, headers: Record<string, string>) => askFor(here, app, route, photo, headers),
    forget: ({ id }: Somebody) => here.db.transact((tx) => forgetRegistrations(tx, [id]), { touches: here.project.id }),
  }
}

/** What opens the pages that are read by link: the link of somebody else. */
function secretsFor({ ids }: World, route: string): Record<string, string> {
  const [, page = ''] = /^GET \/([\w-]+)\//.exec(route) ?? []
  const secrets: Record<string, string | undefined> = { mine: ids.sure, speaker: ids.handsIn, story: ids.storyToken }
  return page in secrets ? { token: `${secrets[page]}` } : {}
}

async function bring(here: World, app: TestApp, name: string, who: Who): Promise<Somebody> {
  const { db, kickoff } = here
  const about = { people: 'marked' as const, channels: ['web' as const, 'press' as const] }
  const photo = await addPhoto(db, kickoff, { ...about, alt: { lv: `Skatuve: ${name}`, en: `Stage: ${name}` } })
  await photoFilesIn(app.config.dataDir, [photo])
  const [id, token] = who.speaks ? await speaking(here, photo) : await registered(here, photo, who)
  const photoIds = (await db.select({ id: photos.id }).from(photos).where(eq(photos.meetingId, kickoff.id))).map(
    (one) => one.id,
  )
  const report = { projectId: here.project.id, photoIds, changedAt: present }
  await db.transact(
    async (tx) => {
      await tx.update(articles).set({ photoIds }).where(eq(articles.meetingId, kickoff.id))
      await tx.insert(reports).values(report).onConflictDoUpdate({ target: reports.projectId, set: { photoIds } })
    },
    { touches: 'everything' },
  )
  return { id, token, photo }
}

async function registered({ db, project, kickoff }: World, photo: Photo, { young }: Who): Promise<[string, string]> {
  const email = `rita.${photo.position}@example.org`
  const person = { name: 'Rita Nosaukta', email, groupId: null, locale: 'lv' as const }
  const { registration } = await register(db, project, kickoff, person, present)
  await mark(db, photo, { registrationId: registration.id })
  const said = { by: young ? ('guardian' as const) : ('self' as const), locale: 'lv' as const }
  const words = (['web', 'press'] as const).map((channel) => ({ channel, agreed: true }))
  return await db.transact(
    async (tx) => {
      const ageBand = young ? ('young' as const) : ('adult' as const)
      await tx.update(registrations).set({ ageBand }).where(eq(registrations.id, registration.id))
      const { version: textVersion } = await currentText(tx, project)
      await sayConsent(tx, registration, words, { ...said, textVersion }, present)
      const [token = ''] = await newManageLinks(tx, [registration], kickoff, present)
      return [registration.id, token]
    },
    { touches: 'everything' },
  )
}

async function speaking({ db, project, kickoff }: World, photo: Photo): Promise<[string, string]> {
  const speaker = await addSpeaker(db, project, { name: 'Rita Nosaukta', kind: 'person' })
  await speakIn(db, await firstSlot(db, kickoff), speaker, 'confirmed')
  await mark(db, photo, { speakerId: speaker.id, agreed: ['web', 'press'] })
  return [speaker.id, await linkOf(db, speaker, kickoff, present)]
}

/** The page of a photo, or the file in each of its widths. */
async function askFor(here: World, app: TestApp, route: string, photo: Photo, headers: Record<string, string>) {
  const files = widthsOf(photo).map((width) => `${photo.id}-${width}`)
  const named = /:file\b/.test(route) ? files.map((file) => ({ file })) : [{ photo: photo.id }]
  const ids = { ...here.ids, ...secretsFor(here, route) }
  return await Promise.all(named.map((one) => app.inject({ url: addressOf(route, { ...ids, ...one }), headers })))
}

type Answer = Awaited<ReturnType<typeof askFor>>[number]

/** Whether an answer is the photo, names it, or says what it shows; in archives, any file of it. */
export async function traces({ statusCode, rawPayload, headers }: Answer, photo: Photo): Promise<boolean> {
  if (statusCode !== 200) return false
  if (headers['content-type'] === 'image/webp' && /-\d+"$/.test(`${headers.etag}`)) return true
  const isArchive = rawPayload.subarray(0, 2).toString() === 'PK'
  const texts = isArchive ? [...(await partsOf(rawPayload)).values()] : [rawPayload.toString()]
  const words = [photo.id, photo.contentHash, ...Object.values(photo.alt)]
  return texts.some((text) => words.some((word) => text.includes(word)))
}
