import { parseArgs } from 'node:util'
import { type Database, open } from '../../db/open.ts'
import { paths } from '../../views/paths.ts'
import { configFromEnvironment } from '../config.ts'
import { emailAddress } from '../fields.ts'
import { signOutByEmail } from '../organisers/sessions.ts'
import { signInLinkFor } from '../organisers/sign-in.ts'
import { argument, command } from './command.ts'

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'sign-out': { type: 'boolean' } } })
  const email = argument('npm run organiser -- [--sign-out] EMAIL', positionals)
  if (!emailAddress().safeParse(email).success) throw new Error(`“${email}” is not an e-mail address.`)
  const { databaseUrl, publicUrl } = configFromEnvironment()
  const db = await open(databaseUrl, { guest: true })
  try {
    console.log(values['sign-out'] ? await signOut(db, email) : await letIn(db, email, publicUrl))
  } finally {
    await db.close()
  }
})

async function letIn(db: Database, email: string, publicUrl: string): Promise<string> {
  const token = await signInLinkFor(db, email, Temporal.Now.instant())
  return `${email} can sign in here, once and for ten minutes: ${publicUrl}${paths.signInLink(token)}`
}

async function signOut(db: Database, email: string): Promise<string> {
  const ended = await signOutByEmail(db, email)
  if (ended === null) throw new Error(`Nobody organises here with the address ${email}.`)
  return `${email} is signed out everywhere (sessions ended: ${ended}).`
}
