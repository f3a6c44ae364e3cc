import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import formbody from '@fastify/formbody'
import Database from 'better-sqlite3'
import Fastify from 'fastify'

// The limit that a scenario is held beside: Fastify with nothing around it, in a process of its own.
// node bare.ts PORT FILE: sends the pages kept in FILE.json (headers, body, by path) and registers into the database FILE.

const [port, file] = process.argv.slice(2)
type Page = { headers: Record<string, string>; body: string }
const pages: Record<string, Page> = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
const db = new Database(file)
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma)
db.exec('create table people (id integer primary key, name text, email text unique, place text)')
db.exec('create table links (hash text primary key, person integer)')
db.exec('create table letters (id integer primary key, person integer, kind text, due integer)')
const insertPerson = db.prepare('insert into people (name, email, place) values (?, ?, ?)')
const insertLetter = db.prepare('insert into letters (person, kind, due) values (?, ?, ?)')
const insertLink = db.prepare('insert into links (hash, person) values (?, ?)')

type Waiting = { name: string; email: string; done: () => void }
let waiting: Waiting[] = []

const app = Fastify()
app.register(formbody)
for (const [path, { headers, body }] of Object.entries(pages)) {
  const bytes = Buffer.from(body, 'base64')
  app.get(path, (_request, reply) => reply.headers(headers).send(bytes))
}
app.post<{ Body: { name: string; email: string } }>('/register', async (request, reply) => {
  await new Promise<void>((done) => {
    if (waiting.push({ ...request.body, done }) === 1) setImmediate(commitGroup)
  })
  return reply.redirect('/registered', 303)
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log(`bare at http://127.0.0.1:${port}`)

/** The same durability as Kopā's: everybody who waits, in one commit. */
function commitGroup() {
  const group = waiting
  waiting = []
  db.exec('BEGIN IMMEDIATE')
  for (const { name, email } of group) {
    const { lastInsertRowid } = insertPerson.run(name, email, 'confirmed')
    insertLink.run(randomUUID(), lastInsertRowid)
    insertLetter.run(lastInsertRowid, 'confirmation', Date.now())
  }
  db.exec('COMMIT')
  for (const { done } of group) done()
}
