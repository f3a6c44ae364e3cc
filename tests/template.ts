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

export async function copyTemplateDatabase(template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = named(template, `kopa_test_${randomUUID().replaceAll('-', '')}`)
  await asAdministrator(url, `CREATE DATABASE ${nameOf(url)} TEMPLATE ${nameOf(template)} STRATEGY FILE_COPY`)
  return { url, drop: () => drop(url) }
}

function makeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'kopa-template-'))
  return { url: `sqlite:${join(folder, 'kopa.db')}`, drop: async () => rmSync(folder, { recursive: true }) }
}

async function makeDatabase(server: string) {
  const url = named(server, `kopa_template_${randomUUID().slice(0, 8)}`)
  await asAdministrator(url, `CREATE DATABASE ${nameOf(url)}`)
  return { url, drop: () => drop(url) }
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
