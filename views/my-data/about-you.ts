import type { Everything } from '../../server/my-data/queries.ts'
import type { Say } from '../say.ts'
import { languageNames, shortDay } from '../when.ts'
import { type Entry, moment, type Section, said } from './section.ts'

/** Who registered, and whom they bring. */
export function aboutYou(say: Say, all: Everything): Section[] {
  const note = `${say('my-data.who-door')} ${until(say, all)}`
  return [
    { title: say('my-data.you'), entries: [...person(say, all), ...registered(say, all)], note },
    { title: say('my-data.people'), entries: people(all), note },
  ]
}

export function until(say: Say, all: Pick<Everything, 'until' | 'meeting'>): string {
  return say('my-data.until', { date: shortDay(all.until, all.meeting.zone, say.locale) })
}

function person(say: Say, { project, registration, group }: Everything): Entry[] {
  const { name, email, className, birthYear, locale } = registration
  return filled([
    [say('desk.name'), name],
    [say('desk.email'), email],
    [say('my-data.class'), className],
    [say('desk.group'), group && said(say, group.name, project.locales)],
    [say('my-data.birth-year'), birthYear && String(birthYear)],
    [say('my-data.age'), age(say, limitsOf(project), registration.ageBand)],
    [say('emergency.title'), registration.emergencyContact],
    [say('mine.language'), { text: languageNames[locale], lang: locale }],
  ])
}

function limitsOf({ childAge, adultAge }: Everything['project']) {
  return { child: childAge, adult: adultAge, before: adultAge - 1 }
}

function age(
  say: Say,
  limits: ReturnType<typeof limitsOf>,
  band: Everything['registration']['ageBand'],
): string | null {
  return band && say('my-data.age-band', { band, ...limits })
}

function registered(say: Say, { meeting, registration, links }: Everything): Entry[] {
  const { seats, arrival, createdAt, addedBy } = registration
  return filled([
    [say('my-data.seats'), String(seats)],
    [say('my-data.arrival'), String(arrival)],
    [say('desk.since'), moment(say, createdAt, meeting.zone)],
    [say('my-data.added-by'), addedBy && say('my-data.organiser')],
    [say('my-data.links'), String(links)],
  ])
}

function people({ participants }: Everything): Entry[] {
  return participants.flatMap(({ name }, i) => (name ? [{ label: `${i + 1}.`, text: name }] : []))
}

function filled(rows: [string, Entry['text'] | 0 | null][]): Entry[] {
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}
