import type { ImapFlow } from 'imapflow'
import type { Database } from '../../db/open.ts'
import type { Config } from '../config.ts'
import { loadImapflow } from '../libraries.ts'
import { largest } from './message.ts'
import { takeIn } from './take-in.ts'

export type Mailbox = { url: string; now: () => Temporal.Instant; stop: AbortSignal }
type House = Pick<Config, 'publicUrl' | 'mailFrom'>

/** However quiet the server is, it is asked so often. */
const longestWait = 5 * 60_000

/**
 * Takes in what is unread in our mailbox, marks it as read, and waits for more (IDLE, RFC 2177), until `stop` or until the
 * connection ends; then it throws, without anybody's address or password. Whoever calls tries again later.
 */
export async function readMailbox(db: Database, config: House, { url, now, stop }: Mailbox): Promise<void> {
  const client = clientFor(url)
  let failure: unknown = null
  client.on('error', (error) => {
    failure ??= error
  })
  const hangUp = () => client.close()
  stop.addEventListener('abort', hangUp)
  try {
    await client.connect()
    await client.mailboxOpen(folderOf(url))
    while (!stop.aborted && client.usable) {
      const more = somethingNew(client, stop)
      await takeInUnread(db, client, config, now)
      await more
    }
  } catch (error) {
    failure ??= error
  } finally {
    stop.removeEventListener('abort', hangUp)
    client.close()
  }
  if (!stop.aborted) throw new Error(`The mailbox of INBOUND_URL cannot be read: ${reasonOf(failure)}`)
}

function clientFor(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  const { ImapFlow } = loadImapflow()
  return new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    autoIdleDelay: 500,
    // Routers forget quiet connections.
    maxIdleTime: 4 * 60_000,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000 },
    ...{ maxLiteralSize: 4 * largest, maxResponseSize: 8 * largest, maxLineLength: largest },
  })
}

function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'
}

/** Reading failed at these: they come after all others, so that none keeps newer ones from being read. */
const troublesome = new Set<number>()

async function takeInUnread(db: Database, client: ImapFlow, config: House, now: () => Temporal.Instant): Promise<void> {
  const unread = (await client.search({ seen: false }, { uid: true })) || []
  const isTroublesome = (uid: number) => Number(troublesome.has(uid))
  for (const uid of unread.toSorted((one, other) => isTroublesome(one) - isTroublesome(other))) {
    troublesome.add(uid)
    const known = await client.fetchOne(String(uid), { size: true }, { uid: true })
    const isReadable = known && (known.size ?? 0) <= largest
    const fetched = isReadable ? await client.fetchOne(String(uid), { source: true }, { uid: true }) : false
    if (fetched !== false && fetched.source) await takeIn(db, fetched.source, config, now())
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    troublesome.delete(uid)
  }
}

/** A message, the end of the connection or of our patience. */
function somethingNew(client: ImapFlow, stop: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(go, longestWait)
    function go() {
      clearTimeout(timer)
      for (const event of ['exists', 'close']) client.off(event, go)
      stop.removeEventListener('abort', go)
      resume()
    }
    for (const event of ['exists', 'close']) client.on(event, go)
    stop.addEventListener('abort', go)
  })
}

/** A code, never a server's words: those may quote who signed in. */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'the connection ended'
  if ('authenticationFailed' in failure) return 'it refuses the user or the password'
  return 'code' in failure ? String(failure.code) : failure.name
}
