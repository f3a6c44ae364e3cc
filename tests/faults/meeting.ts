import { freshFolder, type TestDatabase } from '../database.ts'
import { world } from '../world.ts'
import { newCrowd } from './crowd.ts'

/** A meeting in two weeks that many want to come to, and where a server finds what is known of it. */
export async function popularMeeting(capacity: number, db?: TestDatabase) {
  const startsAt = Temporal.Now.instant()
    .add({ hours: 24 * 14 })
    .round('minute')
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }), capacity }, db)
  await here.db.close()
  const env = { DATABASE_URL: here.db.url, DATA_DIR: freshFolder() }
  const crowd = newCrowd('/gen-y-city/kickoff/register', here.pupils.id)
  return { ...here, url: here.db.url, env, crowd }
}
