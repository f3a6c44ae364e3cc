import { indicators } from '../../db/demo/afterwards/report.ts'
import { draft } from '../../db/demo/meetings/draft.ts'
import { exhibition } from '../../db/demo/meetings/exhibition.ts'
import { first } from '../../db/demo/meetings/first.ts'
import { full } from '../../db/demo/meetings/full.ts'
import { last } from '../../db/demo/meetings/last.ts'
import { open } from '../../db/demo/meetings/open.ts'
import { second } from '../../db/demo/meetings/second.ts'
import { trusted } from '../../db/demo/people.ts'
import type { DemoMeeting } from '../../db/demo/shapes.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { releaseAgenda } from '../agenda/release-agenda.ts'
import type { Config } from '../config.ts'
import { filesOf } from '../files/files-of.ts'
import { forgetOldLetters } from '../mail/forget.ts'
import { setIndicators } from '../numbers/set-indicators.ts'
import { forgetPeople } from '../retention/forget-people.ts'
import { setTrusted } from '../trusted/set-trusted.ts'
import { keepWhatRemains } from './afterwards.ts'
import { answerForGuests } from './answers.ts'
import { askForStories } from './call.ts'
import { changeAgenda } from './changes.ts'
import { goOnTalking, inviteAnswerer, openTheWall } from './dialogue.ts'
import { collectMaterials } from './materials.ts'
import { announceMeeting, planMeeting } from './meeting.ts'
import { lifeOf, spanOf } from './moments.ts'
import { postStory } from './postman.ts'
import { foundProject, markAsExample, meetOwner } from './project.ts'
import { keepPromises } from './promises.ts'
import { putLettersAside } from './put-aside.ts'
import { writeReport } from './report.ts'
import { openTheRoom } from './room.ts'
import { askAges, fillWorkshop, welcomeAll, welcomeChildren } from './sign-up.ts'
import { shareSlides } from './slides.ts'
import { inviteSpeakers, meetSpeakers } from './speakers.ts'
import { welcomeGuests } from './welcome.ts'

type Telling = Pick<Config, 'publicUrl' | 'mailFrom' | 'readsMail' | 'dataDir' | 'filesAt'>

const beginning = Temporal.Instant.from('2015-09-15T07:00:00Z')

/** Lives the whole of Gen-Y City through, from its first day until `now`, by the deeds its organisers would do. */
export async function tellStory(db: Database, config: Telling, now: Temporal.Instant): Promise<void> {
  const files = filesOf(config)
  const owner = await meetOwner(db, beginning)
  const project = await foundProject(db, files, owner, beginning)
  const post = async (at: Temporal.Instant) => await postStory(db, config, at)
  await post(beginning)
  const held = {
    first: await holdMeeting(db, project, first, owner, now, letThemBe, askAges),
    second: await holdMeeting(db, project, second, owner, now, letThemBe, askAges),
    last: await holdMeeting(db, project, last, owner, now, letThemBe, askAges),
  }
  await shareSlides(db, files, project, held.last, owner, held.last.endsAt.add({ hours: 20 }))
  const here = { db, files, project, by: owner }
  await keepWhatRemains(here, held)
  await collectMaterials(here, held)
  await goOnTalking(here, held, await inviteAnswerer(here, held.first.endsAt.add({ hours: 12 })))
  await keepPromises(db, project, held, owner, now)
  await forgetPeople(db, files, now)
  await forgetOldLetters(db, now)
  await meetSpeakers(db, project, owner, now.subtract({ hours: 21 * 24 }))
  const opened = await holdMeeting(db, project, open, owner, now, post, inviteAndRelease)
  await answerForGuests(db, opened, now.subtract({ minutes: 59 }))
  await fillWorkshop(db, opened, now.subtract({ minutes: 58 }))
  await changeAgenda(db, project, opened, owner, now.subtract({ minutes: 55 }))
  await holdMeeting(db, project, full, owner, now, post)
  await holdMeeting(db, project, exhibition, owner, now, post)
  const span = spanOf(draft.time, project.zone, now)
  const planned = await planMeeting(db, project, draft, span, owner, now.subtract({ hours: 26 }))
  await welcomeChildren(db, project, planned, owner, now.subtract({ hours: 25 }))
  await askForStories(db, project, planned, owner, now)
  await openTheWall(here, now.subtract({ hours: 6 * 24 }))
  await openTheRoom(here, opened, now.subtract({ hours: 3 }))
  await setIndicators(db, project, indicators, owner, now.subtract({ hours: 5 * 24 }))
  await setTrusted(db, project, trusted, owner, now.subtract({ hours: 5 * 24 }))
  await writeReport(db, project, owner, now)
  await putLettersAside(db, project, owner, now)
  await post(now)
  await markAsExample(db, project, owner, now)
}

async function holdMeeting(
  db: Database,
  project: Project,
  told: DemoMeeting,
  by: Organiser,
  now: Temporal.Instant,
  post: (at: Temporal.Instant) => Promise<void>,
  prepare?: Preparing,
): Promise<Meeting> {
  const span = spanOf(told.time, project.zone, now)
  const life = lifeOf(span, project.zone, now)
  const planned = await planMeeting(db, project, told, span, by, life.plannedAt)
  const meeting = await announceMeeting(db, project, planned, by, life.publishedAt)
  await prepare?.(db, project, meeting, by, life.publishedAt.add({ minutes: 30 }))
  await welcomeGuests(db, project, meeting, told, life, post)
  return meeting
}

type Preparing = typeof inviteSpeakers

async function inviteAndRelease(...[db, project, meeting, by, now]: Parameters<Preparing>): Promise<void> {
  await welcomeAll(db, project, meeting, by, now)
  await inviteSpeakers(db, project, meeting, by, now)
  await releaseAgenda(db, project, meeting, by, now.add({ hours: 50 }), { name: 'Ar runātājiem' })
}

/** Letters of meetings long over are forgotten with the people they went to. */
async function letThemBe(): Promise<void> {}
