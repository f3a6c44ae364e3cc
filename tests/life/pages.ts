import { expect } from 'vitest'
import { parsers, type Reading } from '../calendar/parsers.ts'
import { calendarClient, type Shown, shownOf } from '../mail/calendar-client.ts'
import { testApp } from '../world.ts'
import { filesIn } from './heard.ts'
import type { Stage } from './stage.ts'

/** The project's and the meeting's feeds and the files say of every entry what the letters have left in calendars. */
export async function expectPages(here: Stage): Promise<void> {
  const app = await testApp(here.db)
  const held = heldByAll(here)
  const home = `/${here.project.slug}`
  const slots = ['bats', 'logo', 'paint', 'print'].map((slug) => `${home}/kickoff/${slug}/calendar.ics`)
  for (const path of [`${home}/calendar.ics`, `${home}/kickoff/agenda.ics`, `${home}/kickoff/calendar.ics`, ...slots]) {
    const { body, statusCode } = await app.inject(`${path}?lang=en`)
    if (statusCode === 404) continue
    for (const parse of Object.values(parsers))
      for (const entry of parse(body)) expectSame(entry, held.get(entry.uid), path)
  }
}

function expectSame(entry: Reading, held: Shown | undefined, path: string): void {
  if (held) expect(shownOf(entry), path).toEqual(held)
}

function heldByAll({ office }: Stage): Map<string, Shown> {
  const all = [...Map.groupBy(office.received, ({ to }) => to[0] ?? '')].map(([email, letters]) => {
    const calendar = calendarClient(email)
    for (const file of letters.flatMap(({ mail }) => filesIn(mail))) calendar.receive(file)
    return calendar.entries()
  })
  return new Map(all.flatMap((entries) => Object.entries(entries)))
}
