import { createTransport } from 'nodemailer'
import type { MailOptions } from './compose.ts'
import { putTogether } from './in-one-piece.ts'
import type { signingOf } from './signing.ts'

/** Where letters are handed over; rejects with what the server answered. */
export type Transport = { sendMail(mail: MailOptions): Promise<{ response?: string | undefined }>; close(): void }

/** How many letters are on their way at the same time. */
export const lanes = 5

/** Connections to the mail server of `SMTP_URL`, kept for the next letters; close it to let the process end. */
export function smtpTransport(url: string, { signing = null, patience = usual }: Ways = {}): Transport & Verifiable {
  const transport = createTransport({
    url,
    ...(signing ? { dkim: signing } : {}),
    pool: true,
    maxConnections: lanes,
    // Trying again is the outbox's business; once is for a server that hung up between two letters.
    maxRequeues: 1,
    idleTimeout: 30_000,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', ({ message }, done) => {
    putTogether(message)
    done()
  })
  return transport
}

/** Connects, greets and signs in, and hands nothing over. */
type Verifiable = { verify(): Promise<unknown> }

type Ways = { signing?: ReturnType<typeof signingOf>; patience?: typeof usual }

/** Milliseconds until a server that says nothing is given up. */
const usual = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
