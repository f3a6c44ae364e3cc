import { expect, test } from 'vitest'
import { slots } from '../../db/schema.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { slugFrom } from '../../server/slug.ts'
import { agenda, desk } from './desk.ts'

const asHtmx = { 'hx-request': 'true', 'hx-target': 'div#agenda' }

test('an edit of an agenda of four rooms with sixty slots each is answered in less than 50 kB', async () => {
  const { db, project, kickoff, organiser, now, day, post } = await desk({
    endsAt: Temporal.Instant.from('2026-12-13T01:30:00Z'),
  })
  for (const name of ['Zāle', 'Studija', 'Kafejnīca', 'Pagalms']) {
    const { id: roomId } = await addRoom(db, project, kickoff, { lv: name, en: name }, organiser, now)
    const rows = Array.from({ length: 60 }, (_, i) => {
      const text = `${name}: stāsts ${i + 1}`
      const columns = { meetingId: kickoff.id, dayId: day.id, roomId, position: i + 1, minutes: 10 }
      return {
        ...columns,
        type: 'story' as const,
        title: { lv: text, en: text },
        summary: {},
        slug: slugFrom(text),
      }
    })
    await db.transact((tx) => tx.insert(slots).values(rows), { touches: 'nothing' })
  }
  const [slot] = await db.select().from(slots)
  const { statusCode, body } = await post(`${agenda}/slots/${slot?.slug}/stretch`, { minutes: '15' }, asHtmx)
  expect([statusCode, body.match(/<a id="slot-/g)?.length]).toEqual([200, 240])
  expect(Buffer.byteLength(body)).toBeLessThan(50_000)
})

/** "03:00 02.00": the half hours beside a day, and where on it a slot stands. */
async function ticksOf(startsAt: string, hours: number, minutes: number) {
  const from = Temporal.Instant.from(startsAt)
  const { get, add } = await desk({ startsAt: from, endsAt: from.add({ hours }) })
  await add('Luna', { pinnedAt: from.add({ minutes }) })
  const { body } = await get(agenda)
  const ticks = [...body.matchAll(/<li data-t="([^"]+)" data-at="[^"]+"><b>([^<]+)</g)].map(
    ([, at, time]) => `${at} ${time}`,
  )
  return {
    ticks,
    slot: /<li data-t="([^"]+)"><a id="slot-luna"[^>]*data-t="([^"]+)"[^>]*><b>([^<]+)/.exec(body)?.slice(1),
  }
}

test('the hours beside a day go on past midnight', async () => {
  const { ticks, slot } = await ticksOf('2026-12-12T20:00:00Z', 3, 125)
  expect(ticks).toEqual([
    '00:00 22.00',
    '00:30 22.30',
    '01:00 23.00',
    '01:30 23.30',
    '02:00 00.00',
    '02:30 00.30',
    '03:00 01.00',
  ])
  expect(slot).toEqual(['02:05', '00:10', '00.05'])
})

test('an hour that the clocks go through twice is as long as two, and one they leave out takes no room', async () => {
  const autumn = await ticksOf('2026-10-25T00:00:00Z', 2, 61)
  expect(autumn.ticks).toEqual(['00:00 03.00', '00:30 03.30', '01:00 03.00', '01:30 03.30', '02:00 04.00'])
  expect(autumn.slot).toEqual(['01:01', '00:10', '03.01'])
  const spring = await ticksOf('2026-03-29T00:30:00Z', 1, 33)
  expect(spring.ticks).toEqual(['00:00 02.30', '00:30 04.00', '01:00 04.30'])
  expect(spring.slot).toEqual(['00:33', '00:10', '04.03'])
})
