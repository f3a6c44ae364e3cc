import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Mailbox = {
  smtpUrl: string
  letters: ParsedMail[]
  /** Resolves once so many letters have come in all. */
  until(letters: number): Promise<ParsedMail[]>
  /** From now on it takes its time with every letter, until it is let go on. */
  hold(): { letGo: () => void; held: () => number }
}

/** A real SMTP server on the loopback that keeps what it is sent. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: ParsedMail[] = []
  const waiting: { letters: number; resolve: (letters: ParsedMail[]) => void }[] = []
  let [open, held] = [Promise.resolve(), 0]
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then(async (letter) => {
        held += 1
        await open
        held -= 1
        letters.push(letter)
        for (const one of waiting) if (letters.length >= one.letters) one.resolve(letters)
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    open = promise
    return { letGo: resolve, held: () => held }
  }
  const until = (count: number) => arrived(letters, waiting, count)
  return { smtpUrl: `smtp://127.0.0.1:${portOf(server)}`, letters, until, hold }
}

function arrived(
  letters: ParsedMail[],
  waiting: { letters: number; resolve: (all: ParsedMail[]) => void }[],
  count: number,
) {
  if (letters.length >= count) return Promise.resolve(letters)
  return new Promise<ParsedMail[]>((resolve) => waiting.push({ letters: count, resolve }))
}

function portOf(server: SMTPServer): number {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mailbox has no port.')
  return address.port
}

/** The calendar part of a letter, as its own text. */
export function invitationIn(letter: ParsedMail): string {
  const part = letter.attachments.find(
    ({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics',
  )
  if (!part) throw new Error(`“${letter.subject}” has no calendar part.`)
  return part.content.toString('utf8')
}
