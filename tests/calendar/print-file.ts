import { calendarFile } from '../../server/calendar/ics.ts'
import { calendarLinks } from '../../server/calendar/links.ts'
import { entryOf } from './entries.ts'
import { parsers } from './parsers.ts'

/** Run by itself, in the zone of whoever starts it (TZ). */
const file = calendarFile([entryOf(), entryOf({ zone: 'America/New_York' })])
const readings = Object.values(parsers).map((read) => read(file))
console.log(JSON.stringify({ file, readings, links: calendarLinks(entryOf()) }))
