import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../db/examine.ts'
import { fileFolders } from '../backups/folders.ts'
import { vtimezone } from '../calendar/zone.ts'
import type { Config } from '../config.ts'
import { signingOf } from '../mail/signing.ts'
import { smtpTransport } from '../mail/transport.ts'

/** Where meetings are likely to be; Kyiv's name and rules are what data of different years differ in. */
const zones = ['Europe/Riga', 'Europe/Kyiv', 'Europe/London']
const bearableSeconds = 5

/** Connects to the mail server, greets it and signs in, and sends nothing. */
export async function mail(config: Config): Promise<Finding> {
  const about = 'mail server'
  if (!config.smtpUrl) return { about, found: 'none: organisers take letters from the outbox' }
  const transport = smtpTransport(config.smtpUrl, { signing: signingOf(config) })
  try {
    await transport.verify()
    return { about, found: `${new URL(config.smtpUrl).host} answers and takes us` }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return { about, found, remedy: 'See that SMTP_URL names it rightly, with user and password if it wants them.' }
  } finally {
    transport.close()
  }
}

/** What people sent is nobody else's on this machine. */
export function permissions({ dataDir }: Config): Finding {
  const about = 'permissions'
  const here = readdirSync(dataDir).map((name) => join(dataDir, name))
  const sent = fileFolders.map((folder) => join(dataDir, folder))
  const isOpen = (path: string) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o004) !== 0
  const isShut = (statSync(dataDir).mode & 0o001) === 0
  const readable = isShut ? [] : [...new Set([...here, ...sent])].filter(isOpen)
  if (readable.length === 0) return { about, found: `nobody else on this machine reads ${dataDir}` }
  const found = `${readable.length} files and folders in ${dataDir} can be read by everybody on this machine`
  return { about, found, remedy: `Close them: chmod -R o-rwx ${dataDir}` }
}

/** Against the clock of the disk, which on a network folder is another machine's. */
export function clock({ dataDir }: Config): Finding {
  const about = 'clock'
  const probe = join(dataDir, `clock-${process.pid}`)
  writeFileSync(probe, '', { mode: 0o600 })
  const drift = Math.round((statSync(probe).mtimeMs - Date.now()) / 1000)
  rmSync(probe)
  return Math.abs(drift) <= bearableSeconds
    ? { about, found: `${Temporal.Now.instant().round('second')}, as on the disk` }
    : { about, found: `${drift} seconds from that of the disk`, remedy: 'Set both by NTP: timedatectl set-ntp true' }
}

/** Calendars are written by the library's zones, pages by those of Node: both have to be of the same year. */
export function zoneData(now: Temporal.Instant): Finding {
  const about = 'time zones'
  const apart = zones.filter((zone) => !agrees(zone, now))
  const found = apart.length === 0 ? `Node's (${process.versions.tz}) and those of calendars agree` : `${apart} differ`
  return apart.length === 0
    ? { about, found }
    : { about, found, remedy: 'Bring Node and the packages up to date: npm ci' }
}

/** By the offsets that a zone has in the year ahead. */
function agrees(zone: string, now: Temporal.Instant): boolean {
  const block = vtimezone(zone) ?? ''
  const told = new Set(
    [...block.matchAll(/^TZOFFSETTO:([+-]\d\d)(\d\d)/gm)].map(([, hours, minutes]) => `${hours}:${minutes}`),
  )
  const months = Array.from({ length: 12 }, (_, i) => now.add({ hours: i * 730 }).toZonedDateTimeISO(zone).offset)
  const used = new Set(months)
  return told.size === used.size && [...used].every((offset) => told.has(offset))
}
