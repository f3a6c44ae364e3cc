import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished, TestRunner } from 'vitest'
import { type Database, open } from '../db/open.ts'
import { copyTemplateDatabase, copyTemplateFile, leaveServer } from './template.ts'

export type TestDatabase = Database & { url: string }

/** For the few tests that are about one engine. */
export const onPostgres = !inject('template').startsWith('sqlite:')

/** A database of its own, with all tables and no rows, gone when the test is. */
export async function freshDatabase(): Promise<TestDatabase> {
  const url = await freshUrl()
  return Object.assign(await openForTest(url), { url })
}

/** Opens one more time, as another server would; closed with the test. */
export async function openForTest(url: string): Promise<Database> {
  const db = await open(url)
  const close = db.close
  let closed: Promise<void> | undefined
  db.close = () => {
    closed ??= close()
    return closed
  }
  cleanUpWith(db.close)
  return db
}

/** Names a database that nobody has opened yet. */
export async function freshUrl(): Promise<string> {
  const template = inject('template')
  if (!onPostgres) return copyTemplateFile(template, join(freshFolder(), 'kopa.db'))
  const { url, drop } = await copyTemplateDatabase(template)
  cleanUpWith(drop)
  return url
}

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kopa-test-'))
  cleanUpWith(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const leftForLast: (() => Promise<void>)[] = []

export async function cleanUpLast(): Promise<void> {
  for (const cleanUp of leftForLast.splice(0).reverse()) await cleanUp()
  await leaveServer()
}

/** What was made last goes first: at the end of the test, or of the file when made outside of one. */
export function cleanUpWith(cleanUp: () => Promise<void>) {
  if (TestRunner.getCurrentTest()) onTestFinished(cleanUp)
  else leftForLast.push(cleanUp)
}
