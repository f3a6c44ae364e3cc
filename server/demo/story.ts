import { draft } from '../../db/demo/meetings/draft.ts'
import { first } from '../../db/demo/meetings/first.ts'
import { full } from '../../db/demo/meetings/full.ts'
import { last } from '../../db/demo/meetings/last.ts'
import { open } from '../../db/demo/meetings/open.ts'
import { second } from '../../db/demo/meetings/second.ts'
import type { DemoMeeting } from '../../db/demo/shapes.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import type { Config } from '../config.ts'
import { forgetOldLetters } from '../mail/forget.ts'
import { forgetPeople } from '../registrations/forget.ts'
import { announceMeeting, planMeeting } from './meeting.ts'
import { lifeOf, spanOf } from './moments.ts'
import { postStory } from './postman.ts'
import { foundProject, markAsExample, meetOwner } from './project.ts'
import { welcomeGuests } from './welcome.ts'

type Telling = Pick<Config, 'publicUrl' | 'mailFrom' | 'dataDir'>

const beginning = Temporal.Instant.from('2015-09-15T07:00:00Z')

/** Lives the whole of Gen-Y City through, from its first day until `now`, by the deeds its organisers would do. */
export async function tellStory(db: Database, config: Telling, now: Temporal.Instant): Promise<void> {
  const owner = await meetOwner(db, beginning)
  const project = await foundProject(db, config.dataDir, owner, beginning)
  const post = async (at: Temporal.Instant) => await postStory(db, config, at)
  await post(beginning)
  for (const told of [first, second, last]) await holdMeeting(db, project, told, owner, now, letThemBe)
  await forgetPeople(db, now)
  await forgetOldLetters(db, now)
  for (const told of [open, full]) await holdMeeting(db, project, told, owner, now, post)
  const span = spanOf(draft.time, project.zone, now)
  await planMeeting(db, project, draft, span, owner, now.subtract({ hours: 26 }))
  await markAsExample(db, project, owner, now)
}

async function holdMeeting(
  db: Database,
  project: Project,
  told: DemoMeeting,
  by: Organiser,
  now: Temporal.Instant,
  post: (at: Temporal.Instant) => Promise<void>,
): Promise<void> {
  const span = spanOf(told.time, project.zone, now)
  const life = lifeOf(span, project.zone, now)
  const planned = await planMeeting(db, project, told, span, by, life.plannedAt)
  const meeting = await announceMeeting(db, project, planned, by, life.publishedAt)
  await welcomeGuests(db, project, meeting, told, life, post)
}

/** Letters of meetings long over are forgotten with the people they went to. */
async function letThemBe(): Promise<void> {}
