import { open } from '../../db/open.ts'
import { paths } from '../../views/paths.ts'
import { configFromEnvironment } from '../config.ts'
import { emailAddress } from '../fields.ts'
import { signInLinkFor } from '../organisers/sign-in.ts'
import { argument, command } from './command.ts'

await command(async () => {
  const email = argument('npm run organiser -- EMAIL')
  if (!emailAddress().safeParse(email).success) throw new Error(`“${email}” is not an e-mail address.`)
  const { databaseUrl, publicUrl } = configFromEnvironment()
  const db = await open(databaseUrl, { guest: true })
  const token = await signInLinkFor(db, email, Temporal.Now.instant())
  await db.close()
  console.log(`${email} can sign in here, once and for ten minutes: ${publicUrl}${paths.signInLink(token)}`)
})
