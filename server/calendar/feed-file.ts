import { setImmediate as turn } from 'node:timers/promises'
import type { Colour } from '../../views/page.ts'
import { colourLines } from './colour.ts'
import type { Entry } from './entry.ts'
import { calendarFile } from './ics.ts'

/** What a subscription is called, where it is read and shown. */
export type Feed = { name: string; colour: Colour; page: string; source?: string }

/** A hint that few calendars heed. */
const refreshHours = 6
/** So many are written at a time; between them, others get their turn. */
const some = 500

/**
 * A subscription (RFC 5545 with RFC 7986): the same entries give the same bytes. ical-generator writes everything it
 * knows; the zones of all entries, the colour and the pictures are put in between.
 */
export async function feedFile(entries: readonly Entry[], { name, colour, page, source }: Feed): Promise<string> {
  const zones = new Set<string>()
  const written: string[] = []
  for (let i = 0; i < entries.length; i += some) {
    if (i > 0) await turn()
    const chunk = entries.slice(i, i + some)
    const [before = '', ...events] = calendarFile(chunk).split(/^(?=BEGIN:VEVENT\r\n)/m)
    for (const [zone] of before.matchAll(/^BEGIN:VTIMEZONE\r\n[\s\S]*?^END:VTIMEZONE\r\n/gm)) zones.add(zone)
    written.push(...chunk.map((entry, place) => pictured(events[place] ?? '', entry)))
  }
  const head = calendarFile([], { name, url: page, source, ttlHours: refreshHours })
  return [head.slice(0, -end.length), ...colourLines(colour), ...zones, ...written, end].join('')
}

const end = 'END:VCALENDAR\r\n'
const endOfEvent = 'END:VEVENT\r\n'

/** IMAGE (RFC 7986 5.10), last in each event. */
function pictured(event: string, { picture }: Entry): string {
  return `${event.slice(0, event.lastIndexOf(endOfEvent))}${picture ? imageLine(picture) : ''}${endOfEvent}`
}

/** Addresses are ASCII, so octets are signs; folded at 75 (RFC 5545 3.1). */
function imageLine(address: string): string {
  const line = `IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:${new URL(address).href}`
  return `${line.slice(0, 75)}${line.slice(75).replace(/.{1,74}/g, '\r\n $&')}\r\n`
}
