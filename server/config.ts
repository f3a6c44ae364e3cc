import { isIP } from 'node:net'
import { z } from 'zod'
import { backupKeyIn, isBackupKey } from './backups/key.ts'
import { isBackupPlace } from './backups/places.ts'
import { isSigningKey } from './mail/signing.ts'
import { s3Place } from './s3-place.ts'

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => /^https?:\/\/[^/?#]+\/*$/.test(url))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/)
    .default('sqlite:data/kopa.db'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/)
    .refine((url) => URL.canParse(url) && new URL(url).hostname !== '')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .default('Kopā <kopa@localhost>'),
  DKIM_KEY_FILE: z.string().refine(isSigningKey).optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z\d](-?[a-z\d])*(\.[a-z\d](-?[a-z\d])*)*$/i)
    .default('kopa'),
  INBOUND_URL: z
    .string()
    .regex(/^imaps?:\/\/.+/)
    .refine((url) => URL.canParse(url) && new URL(url).hostname !== '')
    .optional(),
  INBOUND: z.enum(['pipe']).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  FILES_URL: z
    .string()
    .refine((url) => s3Place(url) !== null)
    .optional(),
  BACKUP_TO: z.string().refine(isBackupPlace).optional(),
  BACKUP_EVERY: z.coerce.number().int().min(1).max(168).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(30).default(30),
  BACKUP_KEY: z.string().refine(isBackupKey).optional(),
  BACKUP_KEY_FILE: z
    .string()
    .refine((file) => backupKeyIn(file) !== null)
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine((proxies) => proxies.split(',').every(isAddressOrNetwork))
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

const hints: Record<keyof typeof environment.shape, string> = {
  HOST: 'a host name or address to listen on',
  PORT: 'a port number from 0 to 65535',
  PUBLIC_URL: 'the address people use, like https://kopa.example.org, without a path',
  DATABASE_URL: 'sqlite:PATH or postgres://…',
  SMTP_URL: 'smtp://user:password@host:port or smtps://…',
  MAIL_FROM: 'an address, like Kopā <kopa@example.org>',
  DKIM_KEY_FILE: 'a file with a private RSA key in PEM form, of 1024 bits or more',
  DKIM_SELECTOR: 'the first part of the name under ._domainkey. in the DNS, like kopa',
  INBOUND_URL: 'imap://user:password@host:port/INBOX or imaps://…',
  INBOUND: 'pipe, or nothing',
  DATA_DIR: 'a folder for files',
  FILES_URL: 's3://key:secret@host/bucket/folder?region=…, or nothing: then files are in DATA_DIR',
  BACKUP_TO: 'a folder, or s3://key:secret@host/bucket/folder?region=…',
  BACKUP_EVERY: 'a whole number of hours from 1 to 168',
  BACKUP_KEEP: 'a whole number of days from 1 to 30, as long as people’s data is kept',
  BACKUP_KEY: 'a passphrase of 16 signs or more, or a key of age',
  BACKUP_KEY_FILE: 'a file with a passphrase of 16 signs or more, or a key of age, in a line',
  TRUST_PROXY: 'the addresses of your proxies, like 127.0.0.1 or 10.0.0.0/8, separated by commas',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
}

export class Misconfigured extends Error {}

export type Config = ReturnType<typeof readConfig>
/** What letters are written with. */
export type MailConfig = Pick<Config, 'publicUrl' | 'mailFrom' | 'readsMail'>

/** Throws `Misconfigured`, one sentence that names the variable at fault. Empty values count as absent. */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new Misconfigured(complaint(String(parsed.error.issues[0]?.path[0])))
  const readsMail = Boolean(parsed.data.INBOUND_URL ?? parsed.data.INBOUND)
  if (parsed.data.BACKUP_TO && !parsed.data.DATABASE_URL.startsWith('sqlite:')) throw new Misconfigured(notOurs)
  if (readsMail && !hasRoom(parsed.data.MAIL_FROM)) throw new Misconfigured(tooLong)
  const { PORT, PUBLIC_URL, FILES_URL, TRUST_PROXY, DKIM_KEY_FILE, BACKUP_KEY, BACKUP_KEY_FILE } = parsed.data
  return {
    host: parsed.data.HOST,
    port: PORT,
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    databaseUrl: parsed.data.DATABASE_URL,
    smtpUrl: parsed.data.SMTP_URL ?? null,
    mailFrom: parsed.data.MAIL_FROM,
    dkim: DKIM_KEY_FILE ? { keyFile: DKIM_KEY_FILE, selector: parsed.data.DKIM_SELECTOR } : null,
    inboundUrl: parsed.data.INBOUND_URL ?? null,
    /** Whether answers and bounces to the address of `MAIL_FROM` reach us. */
    readsMail,
    dataDir: parsed.data.DATA_DIR,
    /** The bucket where people's files are; null: in folders below `dataDir`. */
    filesAt: s3Place(FILES_URL ?? ''),
    backups: parsed.data.BACKUP_TO
      ? { to: parsed.data.BACKUP_TO, everyHours: parsed.data.BACKUP_EVERY, keepDays: parsed.data.BACKUP_KEEP }
      : null,
    backupKey: BACKUP_KEY ?? (BACKUP_KEY_FILE ? backupKeyIn(BACKUP_KEY_FILE) : null),
    trustProxy: TRUST_PROXY?.split(',').map((proxy) => proxy.trim()) ?? false,
    logLevel: parsed.data.LOG_LEVEL,
  }
}

/** "127.0.0.1", "::1", "10.0.0.0/8". */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

/** For `+b-` and a letter's id before the `@`, where mail servers take 64 signs (RFC 5321 4.5.3.1.1). */
function hasRoom(mailFrom: string): boolean {
  return (/([^\s<]+)@[^@]*$/.exec(mailFrom)?.[1] ?? '').length <= 25
}

const notOurs = 'BACKUP_TO is for SQLite: back up PostgreSQL with pg_dump, and DATA_DIR with it.'
const tooLong = 'MAIL_FROM is too long: where answers are read, 25 signs at most may stand before the @.'

function complaint(name: string): string {
  const hint = Object.entries(hints).find(([key]) => key === name)?.[1] ?? 'something else'
  return `${name} is not right: it must be ${hint}.`
}

/** The one place that reads the environment. */
export function configFromEnvironment(): Config {
  return readConfig(process.env)
}

/** Whether the operator chose it, or the default stands. */
export function isGiven(name: keyof typeof environment.shape): boolean {
  return Boolean(process.env[name])
}
