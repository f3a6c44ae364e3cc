import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { letIn } from '../../server/door/let-in.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { daysOf, publicMeeting } from '../../server/meetings/queries.ts'
import { setLinks } from '../../server/projects/links.ts'
import { notFound } from '../../server/refusal.ts'
import { askedAt } from '../../server/registrations/asked.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { accept, lapsePlaces } from '../../server/registrations/places/offer.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { onPostgres } from '../database.ts'
import { publishedLink } from '../materials/cast.ts'
import { asItIs } from '../meetings/input.ts'
import { statementsOf } from '../statements.ts'
import { openCall } from '../stories/cast.ts'
import { now as start, type TestApp, testApp, world } from '../world.ts'
import { about, around, beginning, newHouse, perform } from './place-deeds.ts'

const kickoffAddress = { project: 'gen-y-city', meeting: 'kickoff' }
const kickoffPage = '/gen-y-city/kickoff?lang=en'
const projectPage = '/gen-y-city?lang=en'

type Here = Awaited<ReturnType<typeof world>>

/** What is shown now, and what would be if nothing had been kept. */
async function shownBy(app: TestApp, { db }: Pick<Here, 'db'>, pages: string[]) {
  const look = async () => await Promise.all(pages.map(async (page) => (await app.inject(page)).body))
  const kept = await look()
  await db.transact(async () => {}, { touches: 'everything' })
  return { kept, anew: await look() }
}

test('whatever happens to the places of a meeting, its page and the project’s show it at once', async () => {
  const here = await world()
  const app = await testApp(here.db)
  const any = fc.oneof({ weight: 5, arbitrary: about }, { weight: 2, arbitrary: around })
  const deeds = fc.array(any, { minLength: 5, maxLength: 20, size: 'max' })
  const property = fc.asyncProperty(beginning, deeds, async (beginning, deeds) => {
    const house = await newHouse(here, beginning)
    app.clock.now = start
    for (const deed of deeds) {
      if (deed.do === 'wait') app.clock.now = app.clock.now.add({ hours: deed.hours })
      await perform(house, deed, app.clock.now)
      const { kept, anew } = await shownBy(app, here, [`/gen-y-city/${house.meeting.slug}?lang=en`, projectPage])
      expect(kept, JSON.stringify(deed)).toEqual(anew)
    }
  })
  await fc.assert(property, { numRuns: onPostgres ? 3 : 10 })
})

test('whoever comes, goes, is offered a place or comes by at the door is counted at the next look', async () => {
  const { db, project, kickoff, owner } = await world({ capacity: 2 })
  const app = await testApp(db)
  const anna = { name: 'Anna', email: null, groupId: null, locale: 'lv' } as const
  const come = async (person: typeof noor) =>
    (await register(db, project, kickoff, { ...person, groupId: null }, start)).registration
  const look = async () => {
    const { body } = await app.inject(kickoffPage)
    return [/class="sticker[^>]*>([^<]*)/.exec(body)?.[1], /([^>]* is waiting)/.exec(body)?.[1]]
  }
  expect(await look()).toEqual(['2 places left of 2', undefined])
  const first = await come(noor)
  expect(await look()).toEqual(['1 place left of 2', undefined])
  await letIn(db, { project, meeting: kickoff }, anna, owner, start)
  expect(await look()).toEqual(['All places are taken', 'Nobody is waiting'])
  const next = await come(sami)
  expect(await look()).toEqual(['All places are taken', 'One person is waiting'])
  await cancel(db, project, kickoff, first, start)
  expect(await look()).toEqual(['All places are taken', 'Nobody is waiting'])
  await cancel(db, project, kickoff, next, start)
  expect(await look()).toEqual(['1 place left of 2', undefined])
})

const others: [string, (here: Here) => Promise<unknown>, page: string, shown: string][] = [
  ['a title', (to) => edited(to, { title: { en: 'Grand opening' } }), kickoffPage, 'Grand opening'],
  ['how many places there are', (to) => edited(to, { capacity: 77 }), kickoffPage, '76 places left of 77'],
  ['an agenda', released, kickoffPage, 'First words'],
  [
    'a call for stories',
    ({ db, project, kickoff, owner }) => openCall(db, project, kickoff, owner),
    kickoffPage,
    'Bring your story',
  ],
  ['a material', (here) => publishedLink(here, here.kickoff, start, 'Our leaflet'), kickoffPage, 'Our leaflet'],
  [
    'that it is off',
    ({ db, project, kickoff, owner }) => cancelMeeting(db, project, kickoff, owner, start),
    kickoffPage,
    'Called off',
  ],
  ['a meeting’s title', (to) => edited(to, { title: { en: 'Grand opening' } }), projectPage, 'Grand opening'],
  [
    'a link',
    ({ db, project, owner }) =>
      setLinks(db, project, [{ label: { en: 'Our place' }, url: 'https://example.org/' }], owner, start),
    projectPage,
    'Our place',
  ],
]

test.each(others)('after a registration, %s is seen at the next look too', async (_, change, page, shown) => {
  const here = await world()
  const app = await testApp(here.db)
  await app.inject(page)
  await register(here.db, here.project, here.kickoff, { ...noor, groupId: null }, start)
  expect((await app.inject(page)).body).not.toContain(shown)
  await change(here)
  expect((await app.inject(page)).body).toContain(shown)
})

test('what is kept while people come and go, and what they are asked, is read from no table that their deeds write to', async () => {
  const here = await world({ capacity: 1, photoChannels: ['web'] })
  const { db, project, kickoff, owner, pupils } = here
  await released(here)
  const app = await testApp(db)
  const look = async () => {
    for (const page of [kickoffPage, projectPage, '/gen-y-city/calendar.ics', '/gen-y-city/kickoff/agenda.ics'])
      await app.inject(page)
  }
  const asked = await statementsOf(async () => {
    const { project: found, meeting } = (await publicMeeting(db, kickoffAddress)) ?? notFound()
    await askedAt(db, { project: found, meeting }, start)
  })
  const first = await statementsOf(look)
  const written = await statementsOf(async () => {
    const young = { ageBand: 'child', guardianEmail: 'guardian@example.org' } as const
    const come = async (person: typeof noor, more = {}) =>
      (await register(db, project, kickoff, { ...person, ...more, groupId: pupils.id }, start)).registration
    const [one, two, three] = [await come(noor), await come(sami, young), await come(liga)]
    await come(liga)
    await cancel(db, project, kickoff, one, start)
    await accept(db, project, kickoff, two, start)
    await cancel(db, project, kickoff, two, start)
    await lapsePlaces(db, start.add({ hours: 24 * 7 }))
    await cancel(db, project, kickoff, three, start)
    await letIn(db, { project, meeting: kickoff }, { ...mark, email: null, groupId: pupils.id }, owner, start)
  })
  const anew = await statementsOf(look)
  const kept = tablesIn(
    [...asked, ...first.filter((statement) => !anew.includes(statement))],
    /\b(?:from|join) "?(\w+)"?/gi,
  )
  const deeds = tablesIn(written, /^(?:insert into|update|delete from) "?(\w+)"?/gi)
  expect([...kept]).toEqual(expect.arrayContaining(['releases', 'questions']))
  expect(deeds).toContain('registrations')
  expect([...kept.intersection(deeds)]).toEqual([])
})

function tablesIn(statements: readonly string[], named: RegExp): Set<string> {
  return new Set(statements.flatMap((statement) => [...statement.matchAll(named)].map(([, table = '']) => table)))
}

async function edited({ db, project, kickoff, owner }: Here, change: Partial<ReturnType<typeof asItIs>>) {
  await editMeeting(db, project, kickoff, { ...asItIs(kickoff), ...change }, owner, start)
}

async function released({ db, project, kickoff, owner }: Here) {
  const [day] = await daysOf(db, kickoff)
  const story = { type: 'story', summary: {}, minutes: 10, gapMinutes: 0, roomId: null, pinnedAt: null } as const
  const said = { title: { en: 'First words' }, internal: false, speakers: ['Luna'] }
  const slot = { ...story, ...said, dayId: day?.id ?? null }
  await addSlot(db, project, kickoff, slot, owner, start)
  await releaseAgenda(db, project, kickoff, owner, start)
}
