import { expect } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { speakers } from '../../db/schema.ts'
import type { Entry } from '../../server/calendar/entry.ts'
import { calendarFile } from '../../server/calendar/ics.ts'
import { attending } from '../../server/feeds/attending.ts'
import { speaking } from '../../server/feeds/speaking.ts'
import { parsers, type Reading } from '../calendar/parsers.ts'
import { config } from '../mail/config.ts'
import { at, type Stage } from './stage.ts'

/** What the calendars that an address subscribes to itself say: as a guest, and as each speaker behind it. */
export async function ownFeeds({ db, project }: Stage, email: string): Promise<Reading[]> {
  const where = { project, locale: 'en' as const, publicUrl: config.publicUrl }
  const shown = await attending(db, email, where, at(60))
  for (const { id } of await db.select().from(speakers).where(eq(speakers.email, email)))
    shown.push(...(await speaking(db, id, where, at(60))))
  return shown.map(({ entry }) => asRead(entry))
}

/** As whoever gets the file reads it. */
export function asRead(entry: Entry): Reading {
  const [reading = expect.unreachable()] = parsers['ical.js']?.(calendarFile([entry])) ?? []
  return reading
}
