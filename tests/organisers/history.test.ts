import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { history } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { type HistoryDeed, record } from '../../server/history.ts'
import { beginnings, deedKinds } from '../../server/organisers/deed-kinds.ts'
import { story } from '../agenda/plan.ts'
import { now, signedInAs, testApp, world } from '../world.ts'

/** The type makes this list complete. */
const deeds: Record<HistoryDeed, Record<string, string>> = {
  'project.created': {},
  'project.edited': { part: 'phases' },
  'project.published': {},
  'project.archived': {},
  'project.restored': {},
  'people.invited': { name: 'Līga', role: 'organiser' },
  'people.removed': { name: 'Līga' },
  'people.signed-out': { name: 'Līga' },
  'people.role': { name: 'Līga', role: 'owner' },
  'meeting.created': {},
  'door.contact-seen': {},
  'door.paper': { people: '3' },
  'report.edited': {},
  'report.finished': {},
  'report.reopened': {},
  'news.drafted': {},
  'news.edited': {},
  'news.published': {},
  'news.unpublished': {},
  'meeting.edited': {},
  'meeting.copied': { from: 'kickoff' },
  'meeting.published': {},
  'meeting.reminders': {},
  'meeting.sign-up': {},
  'registrations.guarded': {},
  'registrations.unguarded': {},
  'meeting.postponed': {},
  'meeting.cancelled': {},
  'meeting.deleted': { title: '{"en":"A draft"}' },
  'agenda.edited': { title: '{"en":"A story"}' },
  'agenda.redone': { title: '{"en":"A story"}' },
  'agenda.released': { version: '2' },
  'guardian.asked': {},
  'guardian.answered': { answer: 'name' },
  'guardian.not-mine': {},
  'guardian.withdrawn': {},
  'consent.text': { count: '2' },
  'consent.asked-again': { people: '3', version: 'some' },
  'consent.withdrawn': {},
  'guardianship.agreed': {},
  'guardianship.refused': {},
  'guardianship.not-mine': {},
  'speaker.minor': {},
  'speaker.of-age': {},
  'minutes.restored': {},
  'minutes.approved': {},
  'minutes.published': {},
  'minutes.unpublished': {},
  'poll.made': {},
  'poll.opened': {},
  'poll.closed': {},
  'poll.deleted': {},
  'commitment.made': {},
  'commitment.edited': {},
  'commitment.followed-up': {},
  'commitment.published': {},
  'commitment.withdrawn': {},
  'commitment.deleted': {},
  'agenda.undone': { title: '{"en":"A story"}' },
  'registration.added': {},
  'registration.cancelled': {},
  'registration.changed': {},
  'registration.address': {},
  'registration.offered': {},
  'registration.approved': {},
  'registration.refused': {},
  'registration.invited': {},
  'registration.uninvited': {},
  'promotion.paused': {},
  'promotion.resumed': {},
  'registration.erased': {},
  'registrations.approved': { people: '12' },
  'registrations.cancelled': { people: '12' },
  'registrations.exported': { people: '12', format: 'xlsx', columns: 'email since' },
  'registrations.imported': { people: '12' },
  'registrations.moved': { people: '12', title: '{"en":"Kick-off"}' },
  'registrations.offered': { people: '12' },
  'registrations.refused': { people: '12' },
  'registrations.came': { people: '12' },
  'registrations.absent': { people: '12' },
  'registrations.forgotten': { people: '12' },
  'call.opened': {},
  'call.edited': {},
  'stories.accepted': { count: '2' },
  'stories.rejected': { count: '2' },
  'letter.retried': {},
  'letters.dropped': { count: '12' },
  'letters.edited': { count: '1' },
  'letters.freed': { count: '12' },
  'letters.held': { count: '12' },
  'letters.hurried': { count: '12' },
  'letters.taken-back': { count: '1' },
  'mailing.started': { people: '12' },
  'mailing.paused': {},
  'mailing.resumed': {},
  'mailing.stopped': {},
  'letters.worded': { kind: 'reminder', locale: 'en' },
  'letters.usual-words': { kind: 'reminder', locale: 'en' },
  'speaker.invited': { title: '{"en":"A story"}' },
  'speaker.accepted': { title: '{"en":"A story"}' },
  'speaker.declined': { title: '{"en":"A story"}' },
  'speaker.confirmed': { title: '{"en":"A story"}' },
  'speaker.taken-back': { title: '{"en":"A story"}' },
  'speaker.edited': {},
  'speaker.forgotten': {},
  'question.added': { title: '{"en":"A story"}' },
  'question.edited': { title: '{"en":"A story"}' },
  'question.moved': { title: '{"en":"A story"}' },
  'question.retired': { title: '{"en":"A story"}' },
  'question.brought-back': { title: '{"en":"A story"}' },
  'question.deleted': { title: '{"en":"A story"}' },
  'answer-file.opened': { title: '{"en":"A story"}' },
  'slides.handed-in': { title: '{"en":"A story"}' },
  'slides.removed': { title: '{"en":"A story"}' },
  'slides.wanted': { title: '{"en":"A story"}' },
  'slides.unwanted': { title: '{"en":"A story"}' },
  'slides.all-wanted': {},
  'slides.published': { title: '{"en":"A story"}' },
  'slides.unpublished': { title: '{"en":"A story"}' },
  'slides.all-published': {},
  'dialogue.given': { count: '12' },
  'dialogue.shown': { count: '12' },
  'dialogue.hidden': { count: '1' },
  'dialogue.answered': {},
  'dialogue.taken-back': {},
  'ideas.opened': {},
  'ideas.closed': {},
  'abuse.closed': {},
  'material.added': { title: '{"en":"A story"}' },
  'material.edited': { title: '{"en":"A story"}' },
  'material.removed': { title: '{"en":"A story"}' },
  'material.published': { title: '{"en":"A story"}' },
  'material.unpublished': { title: '{"en":"A story"}' },
  'materials.published': {},
  'room.opened': {},
  'room.closed': {},
  'photos.added': {},
  'photos.edited': { count: '3' },
  'photos.opened': {},
  'photos.closed': {},
  'photos.taken-down': {},
  'photos.objected': {},
  'survey.on': {},
  'survey.off': {},
  'feedback.reported': {},
  'workshop.opened': { title: '{"en":"A story"}', count: '12' },
  'workshop.places': { title: '{"en":"A story"}', count: '12' },
  'workshop.closed': { title: '{"en":"A story"}' },
  'workshop.put-in': { title: '{"en":"A story"}' },
  'workshop.taken-out': { title: '{"en":"A story"}' },
}

test('every deed has a sentence in every language, also without its facts', async () => {
  const { db, project, owner, kickoff } = await world()
  await db.transact(
    async (tx) => {
      for (const [deed, facts] of Object.entries(deeds) as [HistoryDeed, Record<string, string>][]) {
        await record(tx, deed, owner, { project, meeting: kickoff }, now, facts)
        await record(tx, deed, null, { project }, now)
      }
    },
    { touches: 'nothing' },
  )
  const app = await testApp(db)
  for (const locale of locales) {
    const sentences: string[] = []
    const headers = { ...(await signedInAs(db, owner)), 'accept-language': locale }
    for (let url: string | undefined = '/organise/gen-y-city/history'; url; ) {
      const { body }: { body: string } = await app.inject({ url, headers })
      sentences.push(...(body.match(/<li><p>[^<]+/g) ?? []))
      url = /\/organise\/gen-y-city\/history\?before=[\w-]+/.exec(body)?.[0]
    }
    expect(sentences).toHaveLength(2 * Object.keys(deeds).length)
    expect(sentences.join()).not.toMatch(
      /Something was changed|Kaut kas mainīts|Что-то изменено|Щось змінено|undefined|\{|history\./,
    )
  }
})

test('the history says who did what when, newest first, page by page', async () => {
  const { db, project, foreign, owner, kickoff } = await world()
  await db.transact(
    async (tx) => {
      for (let nth = 0; nth < 120; nth++)
        await record(tx, 'people.removed', owner, { project }, now.add({ seconds: nth >> 3 }), {
          name: `Person ${nth};`,
        })
      await record(tx, 'registration.offered', null, { project, meeting: kickoff }, now.add({ hours: 1 }))
      await record(tx, 'people.removed', owner, { project: foreign }, now, { name: 'Foreigner' })
    },
    { touches: 'nothing' },
  )
  const app = await testApp(db)
  const headers = await signedInAs(db, owner)
  const seen: string[] = []
  let url: string | undefined = '/organise/gen-y-city/history'
  let pages = 0
  for (; url; pages++) {
    const { body }: { body: string } = await app.inject({
      url: `${url}${url.includes('?') ? '&' : '?'}lang=en`,
      headers,
    })
    seen.push(...(body.match(/Person \d+;|Freed place/g) ?? []))
    expect(body).not.toContain('Foreigner')
    url = body.match(/href="(\/organise\/gen-y-city\/history\?before=[^"]+)"/)?.[1]
  }
  expect([pages, seen.length, new Set(seen).size, seen[0]]).toEqual([3, 121, 121, 'Freed place'])
})

test('a page nobody leads to is the first page', async () => {
  const { db, project, owner } = await world()
  await db.transact(async (tx) => await record(tx, 'project.created', owner, { project }, now), { touches: 'nothing' })
  const app = await testApp(db)
  const headers = await signedInAs(db, owner)
  for (const before of ['before=', 'before=%01', 'before=x&before=y', `before=${project.id}`]) {
    const { statusCode, body } = await app.inject({ url: `/organise/gen-y-city/history?lang=en&${before}`, headers })
    expect([before, statusCode, body.includes('Project created')]).toEqual([before, 200, true])
  }
})

test('an entry names the organiser, or says that it came by itself', async () => {
  const { db, project, owner, kickoff } = await world()
  await db.transact(
    async (tx) => {
      await record(tx, 'meeting.published', owner, { project, meeting: kickoff }, now)
      await record(tx, 'registration.offered', null, { project, meeting: kickoff }, now)
      await record(tx, 'registration.cancelled', null, { project, meeting: kickoff }, now)
    },
    { touches: 'nothing' },
  )
  const app = await testApp(db)
  const url = '/organise/gen-y-city/history?lang=en'
  const { body } = await app.inject({ url, headers: await signedInAs(db, owner) })
  for (const part of ['Ilze Ozola', 'by itself', 'the person themselves', 'Kick-off', '23 November 2026, 12:00'])
    expect(body).toContain(part)
})

test('a change of the agenda is told by the title of what changed, in the reader’s language', async () => {
  const { db, project, owner, kickoff } = await world()
  await addSlot(db, project, kickoff, story('Mēness', { title: { lv: 'Mēness', en: 'The Moon' } }), owner, now)
  const app = await testApp(db)
  const headers = await signedInAs(db, owner)
  for (const [locale, title] of [
    ['lv', 'Mēness'],
    ['en', 'The Moon'],
    ['uk', 'Mēness'],
  ]) {
    const { body } = await app.inject({ url: `/organise/gen-y-city/history?lang=${locale}`, headers })
    expect(body).toMatch(new RegExp(`<li><p>[^<]+: ${title} `))
  }
})

test('the history is narrowed to a person, a meeting, a kind of deed, also on its further pages', async () => {
  const { db, project, owner, organiser, kickoff } = await world()
  const deedsBy = [
    ['people.removed', owner, null],
    ['meeting.edited', owner, kickoff],
    ['registrations.exported', organiser, kickoff],
    ['registration.erased', null, kickoff],
  ] as const
  await db.transact(
    async (tx) => {
      for (const [deed, by, meeting] of deedsBy)
        for (let nth = 0; nth < 60; nth++) await record(tx, deed, by, { project, meeting }, now.add({ seconds: nth }))
    },
    { touches: 'nothing' },
  )
  const app = await testApp(db)
  const headers = await signedInAs(db, owner)
  const counted = async (query: string) => {
    let entries = 0
    for (let url: string | undefined = `/organise/gen-y-city/history?${query}`; url; ) {
      const { body }: { body: string } = await app.inject({ url, headers })
      entries += body.split('<li><p>').length - 1
      url = /href="(\/organise\/gen-y-city\/history\?[^"]*before=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    return entries
  }
  expect(await counted(`by=${organiser.id}`)).toBe(60)
  expect(await counted('by=nobody')).toBe(60)
  expect(await counted('meeting=kickoff')).toBe(180)
  expect(await counted('kind=data')).toBe(120)
  expect(await counted(`kind=meeting&by=${owner.id}&meeting=kickoff`)).toBe(60)
  expect(await counted(`kind=meeting&by=${organiser.id}`)).toBe(0)
  expect(await counted('kind=nonsense&by=%01')).toBe(240)
})

test('every deed is of a kind', () => {
  const starts = deedKinds.flatMap((kind) => beginnings[kind])
  expect(Object.keys(deeds).filter((deed) => !starts.includes(deed.split('.')[0] ?? ''))).toEqual([])
})

test('the history is the owners’; organisers and outsiders find nothing', async () => {
  const { db, owner, organiser, outsider } = await world()
  const app = await testApp(db)
  const statuses = []
  for (const who of [owner, organiser, outsider]) {
    const headers = await signedInAs(db, who)
    statuses.push((await app.inject({ url: '/organise/gen-y-city/history', headers })).statusCode)
  }
  expect(statuses).toEqual([200, 404, 404])
  expect(await db.select().from(history)).toEqual([])
})
