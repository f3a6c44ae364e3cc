import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { open } from '../db/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's URL with the template's name for its database; empty when the tests run on SQLite. */
    postgres: string
  }
}

/** Vitest's global set-up: makes all tables once, in a database that the tests' own are copied from. */
export async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  project.provide('postgres', '')
  if (!server) return
  const template = named(server, `kopa_template_${randomUUID().slice(0, 8)}`)
  await createEmpty(template)
  const db = await open(template)
  await db.close()
  project.provide('postgres', template)
  return () => drop(template)
}

export async function createFromTemplate(template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = named(template, `kopa_test_${randomUUID().replaceAll('-', '')}`)
  await asAdministrator(url, `CREATE DATABASE ${nameOf(url)} TEMPLATE ${nameOf(template)} STRATEGY FILE_COPY`)
  return { url, drop: () => drop(url) }
}

async function createEmpty(url: string) {
  await asAdministrator(url, `CREATE DATABASE ${nameOf(url)}`)
}

async function drop(url: string) {
  await asAdministrator(url, `DROP DATABASE ${nameOf(url)} WITH (FORCE)`)
}

async function asAdministrator(url: string, statement: string) {
  const client = new Client({ connectionString: named(url, 'postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
