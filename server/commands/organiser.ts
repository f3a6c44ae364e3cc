import { parseArgs } from 'node:util'
import { type Database, open } from '../../db/open.ts'
import { Unopenable } from '../../db/unopenable.ts'
import { paths } from '../../views/paths.ts'
import { configFromEnvironment } from '../config.ts'
import { emailAddress } from '../fields.ts'
import { signOutByEmail } from '../organisers/sessions.ts'
import { signInLinkFor } from '../organisers/sign-in.ts'
import { forgetFactors } from '../second-factors/forget-factors.ts'
import { argument, command } from './command.ts'

const options = { 'sign-out': { type: 'boolean' }, 'forget-second-factor': { type: 'boolean' } } as const

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const use = 'npm run organiser -- [--sign-out | --forget-second-factor] EMAIL'
  const email = argument(use, Object.keys(values).length > 1 ? [] : positionals)
  if (!emailAddress().safeParse(email).success) throw new Error(`“${email}” is not an e-mail address.`)
  const { databaseUrl, publicUrl } = configFromEnvironment()
  const db = await open(databaseUrl, { guest: true })
  try {
    if (values['forget-second-factor']) console.log(await forget(db, email))
    else console.log(values['sign-out'] ? await signOut(db, email) : await link(db, email, publicUrl))
  } finally {
    await db.close()
  }
})

async function link(db: Database, email: string, publicUrl: string): Promise<string> {
  const token = await signInLinkFor(db, email, Temporal.Now.instant())
  return `${email} can sign in here, once and for ten minutes: ${publicUrl}${paths.signInLink(token)}`
}

async function signOut(db: Database, email: string): Promise<string> {
  const ended = await signOutByEmail(db, email)
  if (ended === null) throw new Unopenable(`Nobody organises here with the address ${email}.`)
  return `${email} is signed out everywhere (sessions ended: ${ended}).`
}

async function forget(db: Database, email: string): Promise<string> {
  const outcome = await forgetFactors(db, email, Temporal.Now.instant())
  if (outcome === 'unknown') throw new Unopenable(`Nobody organises here with the address ${email}.`)
  if (outcome === 'none') return `${email} has no second factor.`
  return `${email} signs in by the link in the letter alone again. All their sessions have ended, and a letter tells them.`
}
