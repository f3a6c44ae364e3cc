import { open as openMeeting } from '../db/demo/meetings/open.ts'
import { organisers } from '../db/demo/people.ts'
import { project } from '../db/demo/project.ts'
import { paths } from '../views/paths.ts'
import { configFromEnvironment } from './config.ts'
import { openDemo } from './demo/open.ts'
import { throwAway } from './demo/throw-away.ts'
import { signInLinkFor } from './organisers/sign-in.ts'
import { linkMinutes } from './organisers/sign-in-link.ts'
import { serve } from './serve.ts'
import { startOrExplain } from './start-or-explain.ts'

await startOrExplain(async () => {
  const config = throwAway(configFromEnvironment())
  const db = await openDemo(config, Temporal.Now.instant())
  await serve(config, db)
  const { owner } = organisers
  const token = await signInLinkFor(db, owner.email, Temporal.Now.instant())
  console.log(`Gen-Y City, an example of Kopā, is open at ${config.publicUrl}`)
  console.log(`A meeting with places left: ${config.publicUrl}${paths.meeting(project, openMeeting)}`)
  console.log(
    `Organise it as ${owner.name} (within ${linkMinutes} minutes): ${config.publicUrl}${paths.signInLink(token)}`,
  )
})
