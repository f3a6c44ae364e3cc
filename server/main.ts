import { open } from '../db/open.ts'
import { configFromEnvironment } from './config.ts'
import { firstRunLink } from './organisers/first-run.ts'
import { serve } from './serve.ts'
import { startOrExplain } from './start-or-explain.ts'

await startOrExplain(async () => {
  const config = configFromEnvironment()
  const db = await open(config.databaseUrl)
  const token = await firstRunLink(db, Temporal.Now.instant())
  await serve(config, db)
  console.log(`Kopā is open at ${config.publicUrl}`)
  if (token)
    console.log(`Nobody organises here yet. Create the first organiser at ${config.publicUrl}/sign-in/${token}`)
})
