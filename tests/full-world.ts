import { eq } from '../db/drizzle.ts'
import type { Database } from '../db/open.ts'
import { letters, type Meeting, projects, registrations, slides, slotSpeakers, slots } from '../db/schema.ts'
import { addSlot } from '../server/agenda/add-slot.ts'
import { releaseAgenda } from '../server/agenda/release-agenda.ts'
import { addRoom } from '../server/agenda/rooms.ts'
import { makeFeed } from '../server/feeds/keep-feed.ts'
import { actOn } from '../server/mail/outbox/deeds.ts'
import { setWords } from '../server/mail/outbox/words.ts'
import { daysOf } from '../server/meetings/queries.ts'
import { inviteHelper } from '../server/organisers/help.ts'
import { setLinks } from '../server/projects/links.ts'
import { setPartners } from '../server/projects/partners.ts'
import { setPhases } from '../server/projects/phases.ts'
import { newManageLinks } from '../server/registrations/links.ts'
import { register } from '../server/registrations/register.ts'
import { newToken } from '../server/secrets.ts'
import { newSpeakerLink } from '../server/speakers/links.ts'
import { promisesIn } from './commitments/full.ts'
import { dialogueIn } from './dialogue/cast.ts'
import { askedToken, firstSlot, youngSpeaker } from './guardians/young.ts'
import { youngIn } from './guardianships/full.ts'
import { idsOf } from './ids.ts'
import { draftIn, newsLink } from './mailings/cast.ts'
import { publishedLink } from './materials/cast.ts'
import { minutesIn } from './minutes/full.ts'
import { askTwoThings, giveEverything } from './my-data/rich.ts'
import { newsIn } from './news/full.ts'
import { organiserPages, publicPages } from './pages/addresses.ts'
import { partiesIn, partyPages, together } from './parties/full.ts'
import { addPhoto, openAlbum } from './photos/cast.ts'
import { pollsIn } from './polls/full.ts'
import { answerEverything, askEverything } from './questions/cast.ts'
import { reportIn } from './report/full.ts'
import { openRoomIn } from './room/cast.ts'
import { cuesIn } from './run-sheet/full.ts'
import { factorsIn } from './second-factors/full.ts'
import { addSpeaker, linkOf, speakIn } from './speakers/cast.ts'
import { storiesIn } from './stories/full.ts'
import { surveyIn } from './survey/full.ts'
import { workshopsIn } from './workshops/full.ts'
import { addMeeting, signedInAs, world } from './world.ts'

/** From the real clock, since the real server goes by it. */
const present = Temporal.Now.instant()
const soon = present.add({ hours: 24 * 14 }).round('hour')

type Wanted = {
  /** What everything that people name is called. */
  title?: string
  /** How many of everything there are. */
  size?: number
}

/** A project with so many of everything, and the addresses of all its pages, for the public and for its organisers. */
export async function fullWorld({ title = 'Atklāšana', size = 2 }: Wanted) {
  const text = { lv: title, en: title }
  const meeting = { title: text, summary: text, description: text, startsAt: soon, endsAt: soon.add({ hours: 3 }) }
  const here = await world({ ...meeting, capacity: 1, asksAge: true, photoChannels: ['web', 'press'] })
  const { db, owner, kickoff, pupils } = here
  const project = { ...here.project, title: text }
  await db.transact((tx) => tx.update(projects).set({ title: text, aim: text }).where(eq(projects.id, project.id)), {
    touches: 'everything',
  })
  const rows = Array.from({ length: size }, (_, i) => i)
  await setPhases(
    db,
    project,
    rows.map(() => ({ title: text, text, startsOn: null, endsOn: null })),
    owner,
    present,
  )
  await setPartners(
    db,
    project,
    rows.map((i) => ({ name: text, url: '', lead: i === 0 })),
    owner,
    present,
  )
  await setLinks(
    db,
    project,
    rows.map(() => ({ label: text, url: 'https://example.org/' })),
    owner,
    present,
  )
  const [day] = await daysOf(db, kickoff)
  const room = await addRoom(db, project, kickoff, text, owner, present)
  const slot = {
    title: text,
    summary: text,
    minutes: 10,
    gapMinutes: 0,
    roomId: room.id,
    pinnedAt: null,
    internal: false,
  }
  const about = {
    name: `${title} +`,
    bio: text,
    links: [{ label: title, url: 'https://example.org/' }],
    languages: ['lv'],
  }
  const speaker = await addSpeaker(db, project, about)
  for (const i of rows) {
    await addMeeting(db, project, { ...meeting, slug: `next-${i}`, number: i + 2, ...together })
    const made = await addSlot(
      db,
      project,
      kickoff,
      { ...slot, type: 'story', dayId: day?.id ?? null, speakers: [title] },
      owner,
      present,
    )
    await speakIn(db, made, speaker, i === 0 ? 'invited' : 'confirmed')
    const helper = { name: title, email: `helper${i}@example.org`, role: 'door' as const }
    await inviteHelper(db, project, kickoff, helper, owner, present)
    await register(
      db,
      project,
      kickoff,
      { name: title, email: `guest${i}@example.org`, groupId: pupils.id, locale: 'lv' },
      present,
    )
  }
  await releaseAgenda(db, project, kickoff, owner, present)
  const { registration } = await register(
    db,
    project,
    kickoff,
    { name: title, email: 'noor@example.org', groupId: pupils.id, locale: 'en' },
    present,
  )
  await giveEverything(db, null, registration, await askTwoThings(db, kickoff, present), title, present)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, present), {
    touches: 'nothing',
  })
  const young = await youngSpeaker(db, project, await firstSlot(db, kickoff), { name: title })
  const guardians: string[] = []
  // Only so many may be asked for one.
  for (const i of rows.slice(0, 3))
    guardians.push(await askedToken(db, project, young, `anna${i}@example.org`, present))
  const { story, storyToken, coToken } = await storiesIn(here, project, { title, size }, present)
  for (const position of rows) {
    await publishedLink({ db, project, owner }, kickoff, present, title, {
      position,
      slotId: position % 2 ? null : (await firstSlot(db, kickoff)).id,
    })
    await publishedLink({ db, project, owner }, null, present, title, { position })
  }
  const handsIn = await handedInSlides(db, kickoff, title)
  await openRoomIn(db, kickoff, title)
  for (const _ of rows) await askEverything({ ...here, project }, title, present)
  await answerEverything(db, kickoff, title, present)
  for (const _ of rows) await draftIn({ db, project, kickoff, owner }, { subject: text, text }, present)
  const news = await newsLink(db, project, 'noor@example.org', present)
  await minutesIn({ db, project, meeting: kickoff }, { title, owner }, present)
  await newsIn({ db, project, meeting: kickoff }, { title, owner }, present)
  await reportIn({ db, project }, { title, size, owner }, present)
  await pollsIn({ db, project, meeting: kickoff }, { title, size, owner }, present)
  await cuesIn({ db, project, meeting: kickoff }, { title, size })
  const sure = await workshopsIn(db, { project, meeting: kickoff, owner }, present)
  const parties = await partiesIn(db, project, { title, size, owner }, pupils.id)
  const opened = { wallOpenedAt: present, trustedName: title, trustedPhone: '+371 20000000' }
  await db.transact((tx) => tx.update(projects).set(opened).where(eq(projects.id, project.id)), {
    touches: 'everything',
  })
  const known = {
    ...parties,
    ...(await dialogueIn({ db, project }, title, owner, present)),
    feed: await ownFeedIn(db, { project, meeting: kickoff }),
    ...(await youngIn({ ...here, project }, { title, size }, present)),
    token: `${token}`,
    sure,
    speaker: young.id,
    guardian: `${guardians[0]}`,
    handsIn,
    news,
    commitment: (await promisesIn({ db, project, meeting: kickoff, owner }, { title, size }, present)).id,
    survey: await surveyIn(db, kickoff, title, present),
    story,
    storyToken,
    coToken,
  }
  for (const _ of rows) await addPhoto(db, kickoff, { people: 'nobody', alt: text, credit: title })
  await openAlbum(db, kickoff, present.subtract({ hours: 24 * 365 }))
  const ids = await idsOf(db, { project, meeting: kickoff, colleague: here.organiser.id, ...known })
  await putAside(here, title)
  // Files share this module, so `present` may be long past; who has just signed in is fresh for ten minutes.
  const justNow = Temporal.Now.instant()
  const headers = await signedInAs(db, owner, justNow)
  await factorsIn(db, { owner, cookie: headers.cookie, title, size }, justNow)
  const own = `/speaker/${await linkOf(db, speaker, kickoff, present)}`
  const pages = { publicPages: [...publicPages(ids), ...partyPages(ids), own], organiserPages: organiserPages(ids) }
  return { ...here, project, ids, headers, ...pages }
}

/** The calendar of whoever has a sure place. */
async function ownFeedIn(db: Database, { project, meeting }: { project: { id: string }; meeting: Meeting }) {
  const known = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  const sure = known.find(({ status, emailKey }) => status === 'confirmed' && emailKey)
  const [secret, whose] = [newToken(), { projectId: project.id, emailKey: `${sure?.emailKey}` }]
  await makeFeed(db, whose, secret, { locale: 'lv', alarmMinutes: 60 }, present)
  return secret
}

/** Some of the meeting's letters held, and one in an organiser's own words. */
async function putAside({ db, project, kickoff, owner: by }: Awaited<ReturnType<typeof world>>, title: string) {
  const which = eq(letters.meetingId, kickoff.id)
  await actOn(db, 'hold', { project, which, by, now: present })
  const [letter] = await db.select().from(letters).where(which)
  if (letter) await setWords(db, project, letter, { subject: title, lead: `${title}\n${title}` }, by, present)
}

/** One file for each slot, by its first speaker; the link of one of them is returned. */
async function handedInSlides(db: Database, meeting: Meeting, name: string): Promise<string> {
  return await db.transact(
    async (tx) => {
      await tx.update(slots).set({ slidesWanted: true, slidesPublishedAt: present })
      const speaking = await tx.select().from(slotSpeakers).where(eq(slotSpeakers.position, 1))
      const rows = speaking.map(({ slotId, speakerId }) => ({ slotId, speakerId, name, handedInAt: present }))
      await tx.insert(slides).values(rows.map((row) => ({ ...row, type: 'pdf' as const, bytes: 1_234_567 })))
      return await newSpeakerLink(tx, { id: speaking[0]?.speakerId ?? '' }, meeting, present)
    },
    { touches: 'everything' },
  )
}
