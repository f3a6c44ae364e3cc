import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { freshFolder, type TestDatabase } from '../database.ts'
import { plan } from '../meetings/input.ts'
import { world } from '../world.ts'
import { newCrowd } from './crowd.ts'

/** A meeting in two weeks that many want to come to, and `more` beside it; and where a server finds what is known of them. */
export async function popularMeeting(capacity: number, db?: TestDatabase, more = 0) {
  const startsAt = Temporal.Now.instant()
    .add({ hours: 24 * 14 })
    .round('minute')
  const endsAt = startsAt.add({ hours: 2 })
  const here = await world({ startsAt, endsAt, capacity }, db)
  const slugs = Array.from({ length: more }, (_, i) => `crowd-${i}`)
  for (const slug of slugs) {
    const input = plan({ slug, days: [{ startsAt, endsAt }], capacity })
    const meeting = await createMeeting(here.db, here.project, input, here.owner, Temporal.Now.instant())
    await publishMeeting(here.db, here.project, meeting, here.owner, Temporal.Now.instant())
  }
  await here.db.close()
  const env = { DATABASE_URL: here.db.url, DATA_DIR: freshFolder() }
  const paths = ['kickoff', ...slugs].map((slug) => `/gen-y-city/${slug}/register`)
  return { ...here, url: here.db.url, env, crowd: newCrowd(paths, here.pupils.id) }
}
