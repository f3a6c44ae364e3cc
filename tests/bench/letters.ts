import { createTransport } from 'nodemailer'
import { eq } from '../../db/drizzle.ts'
import { type Database, open } from '../../db/open.ts'
import { letters, type Meeting, type Project, registrations } from '../../db/schema.ts'
import { readConfig } from '../../server/config.ts'
import { writers } from '../../server/letters.ts'
import type { MailOptions } from '../../server/mail/compose.ts'
import { postLetters } from '../../server/mail/post.ts'
import { lanes, smtpTransport, type Transport } from '../../server/mail/transport.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { createProject } from '../../server/projects/create.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { tellEach } from '../../server/registrations/letters/tell-each.ts'
import { median } from './load.ts'
import { benchOrganiser, meetingInput, projectInput } from './world.ts'

/** Letters with an invitation a second: through the outbox, and the very same ones by nodemailer's pool alone. */
export type Posted = { ours: Pace[]; bare: Pace[] }
type Pace = { perSecond: number; cpuMs: number }

const [rounds, many, domains] = [5, 1000, 40]
const config = readConfig({ PUBLIC_URL: 'https://kopa.example.org', MAIL_FROM: 'Kopā <kopa@example.org>' })
const now = () => Temporal.Now.instant()

/** In turn, after one round of each to warm up; what is measured begins when all letters are queued. */
export async function postAll(url: string, sink: string): Promise<Posted> {
  const db = await open(url)
  const { project, meeting } = await crowd(db)
  const posted: Posted = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round += 1) {
    await queueAll(db, project, meeting)
    const sent: MailOptions[] = []
    const post = (transport: Transport) => postLetters(db, { transport: noting(transport, sent), writers, config, now })
    const ours = await paceOf(smtpTransport(sink), post)
    if (sent.length !== many) throw new Error(`${sent.length} of ${many} letters went; the run counts for nothing.`)
    const bare = await paceOf(createTransport({ url: sink, pool: true, maxConnections: lanes }), (bare) =>
      sendAll(bare, sent),
    )
    if (round > 0) posted.ours.push(ours)
    if (round > 0) posted.bare.push(bare)
  }
  await db.close()
  return posted
}

export function postedTable({ ours, bare }: Posted): string {
  const ratios = ours.map((own, i) => own.perSecond / (bare[i]?.perSecond ?? Number.NaN))
  const of = (all: Pace[], figure: keyof Pace) => median(all.map((one) => one[figure]))
  const [own, other] = [of(ours, 'cpuMs'), of(bare, 'cpuMs')]
  const rates = `${of(ours, 'perSecond').toFixed(0)} | ${of(bare, 'perSecond').toFixed(0)}`
  const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
  return `| ${many} letters with an invitation, to ${domains} domains | ours/s | bare nodemailer/s | ratio (median, min–max) | ours CPU ms | bare CPU ms | CPU ratio |
|---|---|---|---|---|---|---|
| claimed, written, handed over, recorded | ${rates} | ${spread} | ${own.toFixed(2)} | ${other.toFixed(2)} | ${(other / own).toFixed(2)} |`
}

/** A meeting to which so many are coming. */
async function crowd(db: Database): Promise<{ project: Project; meeting: Meeting }> {
  const by = await benchOrganiser(db)
  const project = await createProject(db, projectInput, by, now())
  const startsAt = now().add({ hours: 24 * 14 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  const meeting = await createMeeting(db, project, { ...meetingInput, days, capacity: many }, by, now())
  await publishProject(db, project, by, now())
  await publishMeeting(db, project, meeting, by, now())
  const people = Array.from({ length: many }, (_, i) => {
    const email = `guest${i}@place-${i % domains}.example`
    const place = { status: 'confirmed' as const, statusAt: now(), createdAt: now() }
    return { meetingId: meeting.id, arrival: i + 1, email, emailKey: email, locale: 'lv' as const, ...place }
  })
  await db.transact(
    async (tx) => {
      for (let i = 0; i < many; i += 200) await tx.insert(registrations).values(people.slice(i, i + 200))
    },
    { touches: 'nothing' },
  )
  return { project, meeting }
}

async function queueAll(db: Database, project: Project, meeting: Meeting): Promise<void> {
  const people = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  await db.transact(
    async (tx) => {
      await tx.delete(letters).where(eq(letters.meetingId, meeting.id))
      for (let i = 0; i < many; i += 500)
        await tellEach(tx, 'confirmation', project, meeting, people.slice(i, i + 500), now(), {})
    },
    { touches: 'nothing' },
  )
}

function noting(transport: Transport, sent: MailOptions[]): Transport {
  return {
    close: () => transport.close(),
    sendMail: (mail) => {
      sent.push(mail)
      return transport.sendMail(mail)
    },
  }
}

async function sendAll(transport: Transport, sent: readonly MailOptions[]): Promise<void> {
  const waiting = [...sent]
  const lane = async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) await transport.sendMail(mail)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function paceOf(transport: Transport, send: (transport: Transport) => Promise<void>): Promise<Pace> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await send(transport)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  transport.close()
  return { perSecond: many / seconds, cpuMs: (user + system) / 1000 / many }
}
