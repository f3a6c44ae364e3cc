import { setImmediate as turn } from 'node:timers/promises'
import type { Colour } from '../../views/page.ts'
import { colourLines } from './colour.ts'
import type { Entry } from './entry.ts'
import { calendarFile } from './ics.ts'
import { changedOnly } from './kept-events.ts'

/**
 * What a subscription is called, where it is read and shown. `keptAs`: under this, its events are kept for the next time;
 * only for feeds that are long and name no people.
 */
export type Feed = { name: string; colour: Colour; page: string; source?: string; keptAs?: string }

/** A hint that few calendars heed. */
const refreshHours = 6
/** So many are written at a time; between them, others get their turn. */
const some = 500

/**
 * A subscription (RFC 5545 with RFC 7986): the same entries give the same bytes. ical-generator writes everything it
 * knows; the zones of all entries, the colour and the pictures are put in between.
 */
export async function feedFile(entries: readonly Entry[], feed: Feed): Promise<string> {
  const { name, colour, page, source, keptAs } = feed
  const events = await (keptAs ? changedOnly(keptAs, entries, eventsOf) : eventsOf(entries))
  const head = calendarFile([], { name, url: page, source, ttlHours: refreshHours })
  return [head.slice(0, -end.length), ...colourLines(colour), ...zonesOf(entries, events), ...events, end].join('')
}

const end = 'END:VCALENDAR\r\n'
const endOfEvent = 'END:VEVENT\r\n'

async function eventsOf(entries: readonly Entry[]): Promise<string[]> {
  const written: string[] = []
  for (let i = 0; i < entries.length; i += some) {
    if (i > 0) await turn()
    const chunk = entries.slice(i, i + some)
    const [, ...events] = calendarFile(chunk).split(/^(?=BEGIN:VEVENT\r\n)/m)
    if (events.length !== chunk.length) throw new Error('Not every entry was written.')
    written.push(...events.map((event, place) => pictured(event, chunk[place])))
  }
  return written
}

/** IMAGE (RFC 7986 5.10), last in each event. Joined: a part that is cut out keeps all of its file in memory. */
function pictured(event: string, entry: Entry | undefined): string {
  const picture = entry?.picture
  return [event.slice(0, event.lastIndexOf(endOfEvent)), picture ? imageLine(picture) : '', endOfEvent].join('')
}

/** Addresses are ASCII, so octets are signs; folded at 75 (RFC 5545 3.1). */
function imageLine(address: string): string {
  const line = `IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:${new URL(address).href}`
  return `${line.slice(0, 75)}${line.slice(75).replace(/.{1,74}/g, '\r\n $&')}\r\n`
}

/** The definition of each zone that events are in, as it is written with the first of them. */
function zonesOf(entries: readonly Entry[], events: readonly string[]): string[] {
  const firsts = new Map<string, Entry>()
  for (const [place, entry] of entries.entries()) {
    const [zone] = /^DTSTART;TZID=[^:]+/m.exec(events[place] ?? '') ?? []
    if (zone && !firsts.has(zone)) firsts.set(zone, entry)
  }
  return calendarFile([...firsts.values()]).match(/^BEGIN:VTIMEZONE\r\n[\s\S]*?^END:VTIMEZONE\r\n/gm) ?? []
}
