import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import formbody from '@fastify/formbody'
import Database from 'better-sqlite3'
import Fastify from 'fastify'

// The limit that a scenario is held beside: Fastify with nothing around it, in a process of its own.
// node bare.ts PORT FILE: sends the pages kept in FILE.json (headers, body, by path) and registers into FILE, a copy of
// Kopā's database, with the same rows in the same tables: whoever comes has a place, nothing is looked up or counted.

const [port, file] = process.argv.slice(2)
type Page = { status: number; headers: Record<string, string>; body: string }
const pages: Record<string, Page> = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
const db = new Database(file)
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma)
const meeting = db.prepare("select id, project_id from meetings where slug = 'kickoff'").get() as Record<string, string>
const insertPerson = db.prepare(
  `insert into registrations (id, meeting_id, arrival, kind, seats, adults, name, email, email_key, class_key, group_id, locale,
  status, status_at, sequence, workshop_sequence, reply_token, door_token, walk_in, created_at)
  values (@id, @meeting, @arrival, 'person', 1, 0, @name, @email, @email, '', @group, 'lv', 'confirmed', @now, 0, 0, @reply, @door, 0, @now)`,
)
const insertStep = db.prepare(
  `insert into place_steps (id, registration_id, number, at, status, seats, group_id)
  values (@step, @id, 1, @now, 'confirmed', 1, @group)`,
)
const insertLink = db.prepare(
  `insert into manage_links (token_hash, registration_id, created_at, expires_at) values (@hash, @id, @now, @now)`,
)
const insertLetter = db.prepare(
  `insert into letters (id, kind, project_id, meeting_id, registration_id, recipient, recipient_key, locale, facts, token,
  queued_at, due_at, attempts, urgency)
  values (@letter, 'confirmation', @project, @meeting, @id, @email, @email, 'lv', '{}', @token, @now, @now, 0, 1)`,
)

type Body = { name: string; email: string; group: string }
type Waiting = Body & { done: () => void }
let waiting: Waiting[] = []
let arrivals = 0

const app = Fastify()
app.register(formbody)
for (const [path, { status, headers, body }] of Object.entries(pages)) {
  const bytes = Buffer.from(body, 'base64')
  app.get(path, (_request, reply) => reply.code(status).headers(headers).send(bytes))
}
app.post<{ Body: Body }>('/register', async (request, reply) => {
  await new Promise<void>((done) => {
    if (waiting.push({ ...request.body, done }) === 1) setImmediate(commitGroup)
  })
  return reply.redirect('/registered', 303)
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log(`bare at http://127.0.0.1:${port}`)

/** The same durability as Kopā's: everybody who waits, in one commit. */
function commitGroup() {
  const crowd = waiting
  waiting = []
  db.exec('BEGIN IMMEDIATE')
  for (const one of crowd) {
    const rows = rowsOf(one)
    for (const insert of [insertPerson, insertStep, insertLink, insertLetter]) insert.run(rows)
  }
  db.exec('COMMIT')
  for (const { done } of crowd) done()
}

function rowsOf({ name, email, group }: Body) {
  const [now, token] = [Date.now(), randomBytes(32).toString('base64url')]
  arrivals += 1
  return {
    ...{ id: randomUUIDv7(), step: randomUUIDv7(), letter: randomUUIDv7(), arrival: arrivals, now, token },
    ...{ meeting: meeting.id, project: meeting.project_id, group, name, email: email.toLowerCase() },
    ...{ reply: randomBytes(16).toString('hex'), door: randomBytes(16).toString('hex') },
    hash: createHash('sha256').update(token).digest('base64url'),
  }
}
