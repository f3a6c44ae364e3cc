import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { open, sqlitePath } from '../db/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of a database with all tables and no rows, on the engine that the tests run on. */
    template: string
  }
}

/** Vitest's global set-up: makes all tables once, in a database that the tests' own are copied from. */
export async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  const { url, drop } = server ? await makeDatabase(server) : makeFile()
  const db = await open(url)
  await db.close()
  project.provide('template', url)
  return drop
}

export function copyTemplateFile(template: string, file: string): string {
  copyFileSync(sqlitePath(template), file)
  return `sqlite:${file}`
}

/** `drop` lets go of it: it goes some copies later, when those who were connected have left and nobody waits for that. */
export async function copyTemplateDatabase(template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  await dropAllBut(2)
  const url = named(template, `kopa_test_${randomUUID().replaceAll('-', '')}`)
  await tell(template, `CREATE DATABASE ${nameOf(url)} TEMPLATE ${nameOf(template)} STRATEGY FILE_COPY`)
  return { url, drop: async () => void dropped.push(url) }
}

/** After the last copy. */
export async function leaveServer(): Promise<void> {
  if (!administrator) return
  await dropAllBut(0)
  const client = await administrator
  administrator = undefined
  await client.end()
}

function makeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'kopa-template-'))
  return { url: `sqlite:${join(folder, 'kopa.db')}`, drop: async () => rmSync(folder, { recursive: true }) }
}

async function makeDatabase(server: string) {
  const url = named(server, `kopa_template_${randomUUID().slice(0, 8)}`)
  await tell(server, `CREATE DATABASE ${nameOf(url)}`)
  await leaveServer()
  const drop = async () => {
    await dropNow(url)
    await leaveServer()
  }
  return { url, drop }
}

const dropped: string[] = []

async function dropAllBut(latest: number) {
  const old = Math.max(0, dropped.length - latest)
  for (const url of dropped.splice(0, old)) await dropNow(url)
}

async function dropNow(url: string) {
  await tell(url, `DROP DATABASE ${nameOf(url)} WITH (FORCE)`)
}

/** Kept: to come and go takes longer than a copy. */
let administrator: Promise<Client> | undefined

async function tell(url: string, statement: string) {
  administrator ??= connected(named(url, 'postgres'))
  await (await administrator).query(statement)
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
