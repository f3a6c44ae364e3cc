import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import type { Database } from '../../db/open.ts'
import { writers } from '../../server/letters.ts'
import { type Post, postLetters } from '../../server/mail/post.ts'
import { smtpTransport } from '../../server/mail/transport.ts'
import type { Writers } from '../../server/mail/written.ts'
import { config } from './config.ts'

/** What a mail server does to a letter: takes it, answers with a code, or hangs up on it. */
export type Treatment =
  | 'take'
  | 'hang up in the middle'
  | 'hang up after the end'
  | { code: number; at: 'RCPT' | 'DATA'; says?: string }

export type Received = { raw: string; mail: ParsedMail; to: string[]; from: string }

/** A real mail server on the loopback; `treat` decides about the n-th letter, from 1, and whom it is to. */
export async function postOffice(treat: (n: number, to: string) => Treatment = () => 'take') {
  const received: Received[] = []
  let tried = 0
  let now: Treatment = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      tried += 1
      now = treat(tried, address)
      done(refusal(now, 'RCPT'))
    },
    onData(stream, session, done) {
      const treatment = now
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (treatment === 'hang up in the middle') hangUp(server)
      })
      stream.on('end', async () => {
        if (treatment === 'hang up in the middle') return
        if (treatment === 'hang up after the end') return hangUp(server)
        const raw = Buffer.concat(chunks)
        const no = refusal(treatment, 'DATA')
        if (!no)
          received.push({
            raw: raw.toString('latin1'),
            mail: await simpleParser(raw),
            to: session.envelope.rcptTo.map((one) => one.address),
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          })
        done(no)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(close)
  return { url: `smtp://127.0.0.1:${port}`, port, received, close, tried: () => tried }
}

/** Posts what is due at `now` through that server. */
export async function post(
  db: Database,
  url: string,
  now: Temporal.Instant,
  changes: Partial<Post> = {},
  ways: Parameters<typeof smtpTransport>[1] = {},
): Promise<void> {
  const transport = smtpTransport(url, ways)
  try {
    await postLetters(db, { transport, writers, config, now: () => now, ...changes })
  } finally {
    transport.close()
  }
}

/** A kind of letter that only tests write. */
export const plainWriters: Writers = {
  plain: async (_, { facts }) => ({ subject: 'Hi', text: 'Hi', html: '<p>Hi', ...facts }),
}

function refusal(treatment: Treatment, at: 'RCPT' | 'DATA'): Error | null {
  if (typeof treatment === 'string' || treatment.at !== at) return null
  return Object.assign(new Error(treatment.says ?? 'Not today'), { responseCode: treatment.code })
}

function hangUp(server: SMTPServer): void {
  for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections)
    connection._socket.destroy()
}

/** As nodemailer says that the server wants no letter to this recipient today. */
export const notToday = Object.assign(new Error("Can't send mail - all recipients were rejected"), {
  code: 'EENVELOPE',
  command: 'RCPT TO',
  responseCode: 450,
  response: '450 Not today',
  permanent: false,
})
