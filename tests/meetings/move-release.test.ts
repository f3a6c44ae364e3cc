import { expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { now, world } from '../world.ts'
import { at, day, plan } from './input.ts'

const later = now.add({ hours: 1 })
const two = [day('2026-12-12', '17:00', '19:30'), day('2026-12-13', '10:00', '12:00')]

/** Two days with a story each, released; the first day's closing is pinned, and a third story is only drafted. */
async function released() {
  const here = await world()
  const { db, project, owner } = here
  const meeting = await createMeeting(db, project, plan({ days: two }), owner, now)
  const [first, second] = await daysOf(db, meeting)
  const slot = { type: 'story', summary: {}, minutes: 10, gapMinutes: 0, roomId: null, internal: false } as const
  const add = (title: string, dayId: string | undefined, pinnedAt: Temporal.Instant | null = null) =>
    addSlot(
      db,
      project,
      meeting,
      { ...slot, title: { lv: title }, dayId: dayId ?? null, pinnedAt, speakers: [] },
      owner,
      now,
    )
  await add('Luna', first?.id)
  await add('Foto', first?.id, at('2026-12-12T19:00'))
  await add('Imbir', second?.id)
  await releaseAgenda(db, project, meeting, owner, now)
  await add('Vēl tikai doma', second?.id)
  return { ...here, meeting }
}

async function publicTimes({ db, meeting }: Awaited<ReturnType<typeof released>>) {
  const agenda = await releasedAgenda(db, meeting)
  const shown = (slots: { slug: string; startsAt: string; sequence: number }[] = []) =>
    slots.map(({ slug, startsAt, sequence }) => [slug, startsAt, sequence])
  return { version: agenda?.version, slots: shown(agenda?.slots), withdrawn: shown(agenda?.withdrawn) }
}

const utc = (local: string) => at(local).toString()

test('the released agenda moves with its days; what is only drafted stays a draft', async () => {
  const here = await released()
  const days = [day('2026-12-19', '18:00', '20:30'), day('2026-12-20', '10:00', '12:00')]
  await editMeeting(here.db, here.project, here.meeting, plan({ days }), here.owner, later)
  expect(await publicTimes(here)).toEqual({
    version: 2,
    slots: [
      ['luna', utc('2026-12-19T18:00'), 1],
      ['foto', utc('2026-12-19T20:00'), 1],
      ['imbir', utc('2026-12-20T10:00'), 1],
    ],
    withdrawn: [],
  })
})

test('when a day only begins earlier, what is pinned keeps its hour', async () => {
  const here = await released()
  const days = [day('2026-12-12', '16:00', '19:30'), ...two.slice(1)]
  await editMeeting(here.db, here.project, here.meeting, plan({ days }), here.owner, later)
  expect((await publicTimes(here)).slots).toEqual([
    ['luna', utc('2026-12-12T16:00'), 1],
    ['foto', utc('2026-12-12T19:00'), 0],
    ['imbir', utc('2026-12-13T10:00'), 0],
  ])
})

test('what stood on a day that is gone is withdrawn', async () => {
  const here = await released()
  await editMeeting(here.db, here.project, here.meeting, plan({ days: two.slice(0, 1) }), here.owner, later)
  const { slots, withdrawn } = await publicTimes(here)
  expect(slots.map(([slug]) => slug)).toEqual(['luna', 'foto'])
  expect(withdrawn).toEqual([['imbir', utc('2026-12-13T10:00'), 1]])
})

test('an edit that moves no day makes no release', async () => {
  const here = await released()
  const before = await publicTimes(here)
  await editMeeting(here.db, here.project, here.meeting, plan({ days: two, capacity: 9 }), here.owner, later)
  expect(await publicTimes(here)).toEqual(before)
})
