import type { Browser, Page } from 'playwright-core'
import { stories } from '../../db/demo/stories.ts'
import { open } from '../../db/open.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import type { SlotInput } from '../../server/agenda/slot-input.ts'
import { timetable } from '../../server/agenda/timetable.ts'
import { story } from '../agenda/plan.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>

/** Two rooms, and everything of the last meeting still in the tray: thirteen stories, a break and a blocker. */
export async function fullTray() {
  const here = await world()
  const { db, project, kickoff, owner, now } = here
  for (const name of ['Zāle', 'Studija']) await addRoom(db, project, kickoff, { lv: name }, owner, now)
  const waiting: SlotInput[] = [
    ...Object.values(stories).map(({ title }) => story(title.lv, { title })),
    story('Pauze', { type: 'break', minutes: 15 }),
    story('Skaņas pārbaude', { internal: true }),
  ]
  for (const slot of waiting) await addSlot(db, project, kickoff, slot, owner, now)
  return await opened(here)
}

/** The real server over a world, with a way to look at its draft from outside. */
export async function opened(here: World) {
  const at = Temporal.Now.instant()
  const [owner, organiser] = await Promise.all([here.owner, here.organiser].map((by) => signedInAs(here.db, by, at)))
  await here.db.close()
  const server = await startServer({ DATABASE_URL: here.db.url })
  return {
    ...here,
    url: `${server.url}/organise/gen-y-city/kickoff/agenda`,
    cookies: { owner: owner?.cookie, organiser: organiser?.cookie },
  }
}

/** An organiser's wide screen in front of the agenda. */
export async function atAgenda(browser: Browser, url: string, cookie = '', options = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1200 },
    locale: 'lv',
    reducedMotion: 'reduce',
    ...options,
  })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** "17.00 Zāle Luna 10": every slot of the draft without its ids, in the order of time and rooms; a star is a pin. */
export async function rowsOf({ db: { url }, kickoff }: World): Promise<string[]> {
  const db = await open(url, { guest: true })
  const { days, rooms, slots } = await draftAgenda(db, kickoff)
  await db.close()
  const room = (id: string | null) => rooms.find((one) => one.id === id)?.name.lv ?? '–'
  const shown = timetable(days, slots).map((slot) => {
    const at = slot.startsAt.toZonedDateTimeISO(kickoff.zone).toPlainTime().toString({ smallestUnit: 'minute' })
    const marks = [slot.pinnedAt && '*', slot.internal && '(internal)', slot.gapMinutes > 0 && `+${slot.gapMinutes}`]
    return [at, room(slot.roomId), slot.title.lv, slot.minutes, ...marks.filter(Boolean)].join(' ')
  })
  return [...shown.toSorted(), ...slots.filter(({ dayId }) => dayId === null).map(({ title }) => `tray ${title.lv}`)]
}
