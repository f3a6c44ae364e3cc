import { expect, test } from 'vitest'
import { freshProject, groupsOf, linksOf, partnersOf, phasesOf, slugTaken } from '../../server/projects/queries.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

const settings = '/organise/gen-y-city/settings'

/** The settings as their page sends them when nothing was changed. */
const unchanged = {
  'title.lv': 'Gen-Y City',
  'title.en': 'Gen-Y City',
  'aim.lv': 'Iesaisties pilsētas dzīvē.',
  colour: 'tangerine',
  lead: 'lv',
  'languages.lv': 'yes',
  'languages.en': 'yes',
  zone: 'Europe/Riga',
  contactEmail: 'jaunatne@example.org',
}

test('an organiser begins a project with a title; its address is made of it', async () => {
  const { db, post, get } = await atTheDesk()
  const answer = await post('/organise/new', {
    'title.lv': 'Mūsu ielas',
    lead: 'lv',
    colour: 'sun',
    zone: 'Europe/Riga',
  })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/organise/musu-ielas'])
  expect(await slugTaken(db, 'musu-ielas')).toBe(true)
  const page = (await get('/organise/musu-ielas')).body
  expect(page).toContain('No meetings yet')
  expect(page).toContain('<a href="/organise/musu-ielas/settings#field-aim-lv">its aim: what it is for</a>')
})

test.each([
  ['no title at all', { 'title.lv': '' }, 'Fill it in in at least one language.'],
  ['a reserved address', { slug: 'organise' }, 'This one is taken already'],
  ['another’s address', { slug: 'other-city' }, 'This one is taken already'],
  ['an address with spaces', { slug: 'a b' }, 'Only small Latin letters'],
  ['a title without letters', { 'title.lv': '🎉' }, 'Only small Latin letters'],
  ['a colour that is not ours', { colour: '#bada55' }, 'Choose one of the answers.'],
  ['a zone that does not exist', { zone: 'Mars/Base' }, 'We do not understand this answer.'],
  ['a NUL', { 'title.lv': 'a\u0000b' }, 'characters here that we cannot keep'],
])('%s: the form comes back filled in and nothing is stored', async (_what, wrong, sentence) => {
  const { db, post } = await atTheDesk()
  const typed = {
    'title.lv': 'Mūsu ielas',
    'title.en': 'Kept as typed',
    lead: 'lv',
    colour: 'sun',
    zone: 'Europe/Riga',
  }
  const titles = 'title.lv' in wrong && wrong['title.lv'] === '' ? { 'title.en': '' } : {}
  const answer = await post('/organise/new', { ...typed, ...titles, ...wrong })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(sentence)
  expect(await slugTaken(db, 'musu-ielas')).toBe(false)
})

test('what is told about a project is changed in each of its languages', async () => {
  const { db, project, post } = await atTheDesk()
  const answer = await post(settings, {
    ...unchanged,
    'aim.en': 'Get into the swing.',
    startsOn: '2026-01-01',
    'languages.uk': 'yes',
  })
  expect(answer.statusCode).toBe(303)
  expect(await freshProject(db, project)).toEqual({
    ...project,
    aim: { lv: 'Iesaisties pilsētas dzīvē.', en: 'Get into the swing.' },
    startsOn: '2026-01-01',
    locales: ['lv', 'en', 'uk'],
  })
})

test.each([
  ['the aim of a public project', { 'aim.lv': '' }, 'field-aim-lv'],
  ['its contact', { contactEmail: '' }, 'field-contactEmail'],
  ['an address without an ending', { contactEmail: 'me@example' }, 'field-contactEmail'],
  ['the funder’s sentence', { 'funder.en': 'European Union' }, 'field-disclaimer-lv'],
  ['a day that does not exist', { startsOn: '2026-02-30' }, 'field-startsOn'],
  ['an end before the start', { startsOn: '2026-02-02', endsOn: '2026-02-01' }, 'field-endsOn'],
  ['a title in a language given up', { 'title.lv': '', 'languages.en': '' }, 'field-title-lv'],
])('%s: the problem is named in the summary and nothing is stored', async (_what, wrong, field) => {
  const { db, project, post } = await atTheDesk()
  const answer = await post(settings, { ...unchanged, number: 'typed', ...wrong })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`<a href="#${field}">`)
  expect(answer.body).toContain('value="typed"')
  expect(await freshProject(db, project)).toEqual(project)
})

test('rows are ordered by their numbers, and emptied ones fall away', async () => {
  const { db, project, post, get } = await atTheDesk()
  const sent = await post(`${settings}/phases`, {
    ...{ 'phases.0.title.lv': 'Otrais', 'phases.0.order': '2', 'phases.1.title.lv': '', 'phases.1.order': '3' },
    ...{ 'phases.2.title.lv': 'Pirmais', 'phases.2.order': '1', 'phases.3.title.en': 'Last', 'phases.3.order': '' },
  })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${settings}#phases`])
  expect((await phasesOf(db, project)).map(({ title }) => title)).toEqual([
    { lv: 'Pirmais' },
    { lv: 'Otrais' },
    { en: 'Last' },
  ])
  expect((await get(settings)).body).toContain(
    'name="phases.0.title.lv" id="field-phases-0-title-lv" maxlength="200" lang="lv" type="text" value="Pirmais"',
  )
})

test('partners have one lead, links need an address, groups keep their ids', async () => {
  const { db, project, pupils, post } = await atTheDesk()
  await post(`${settings}/partners`, { 'partners.0.name.lv': 'Pirmais', 'partners.7.name.lv': 'Otrais', leading: '7' })
  expect((await partnersOf(db, project)).map(({ name, lead }) => [name.lv, lead])).toEqual([
    ['Pirmais', false],
    ['Otrais', true],
  ])
  const unlinked = await post(`${settings}/links`, { 'links.0.label.lv': 'Lapa', 'links.0.url': 'javascript:alert(1)' })
  expect([unlinked.statusCode, await linksOf(db, project)]).toEqual([422, []])
  await post(`${settings}/groups`, { 'groups.4.id': pupils.id, 'groups.4.name.en': 'Learner' })
  expect((await groupsOf(db, project)).map(({ id, name }) => [id, name])).toEqual([[pupils.id, { en: 'Learner' }]])
})

test.each([
  ['phases', { phases: 'nonsense' }],
  ['phases', { 'phases.0.title.lv': 'a', 'phases.0.startsOn': '2026-02-02', 'phases.0.endsOn': '2026-02-01' }],
  ['phases', { 'phases.0.title.lv': 'a', 'phases.0.order': 'first' }],
  ['partners', { 'partners.0.url': 'https://example.org' }],
  ['partners', { 'partners.0.name.lv': 'a', 'partners.0.url': 'example' }],
  ['links', { 'links.0.label.lv': 'x'.repeat(201), 'links.0.url': 'https://example.org' }],
  ['groups', { 'groups.0.name.lv': '' }],
  ['groups', Object.fromEntries(Array.from({ length: 61 }, (_, row) => [`groups.${row}.name.lv`, 'a']))],
])('nonsense in the rows of %s comes back as 422', async (part, typed) => {
  const { db, project, post } = await atTheDesk()
  const groups = await groupsOf(db, project)
  expect((await post(`${settings}/${part}`, typed)).statusCode).toBe(422)
  expect([await phasesOf(db, project), await partnersOf(db, project), await linksOf(db, project)]).toEqual([[], [], []])
  expect(await groupsOf(db, project)).toEqual(groups)
})

test('the workspace lists the meetings with their places; publishing and archiving are buttons', async () => {
  const { db, project, get, post } = await atTheDesk()
  expect((await get('/organise/gen-y-city')).body).toContain('0 of 30 places')
  const refused = await post(`${settings}/archive`, {})
  expect([refused.statusCode, (await freshProject(db, project))?.archivedAt]).toEqual([409, null])
  expect(refused.body).toContain('still to come')
})

test('an outsider finds nothing, whatever they try', async () => {
  const { db, project, outsider } = await world()
  const app = await testApp(db)
  const { cookie } = await signedInAs(db, outsider)
  const { headers, payload } = form(unchanged)
  for (const url of ['/organise/gen-y-city', settings]) {
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
  }
  const deeds = [
    '',
    '/phases',
    '/partners',
    '/links',
    '/groups',
    '/logos',
    '/logos/remove',
    '/publish',
    '/archive',
    '/restore',
  ]
  for (const deed of deeds) {
    const answer = await app.inject({
      method: 'POST',
      url: `${settings}${deed}`,
      headers: { ...headers, cookie },
      payload,
    })
    expect([deed, answer.statusCode]).toEqual([deed, 404])
  }
  expect(await freshProject(db, project)).toEqual(project)
})

async function atTheDesk() {
  const there = await world()
  const app = await testApp(there.db)
  const { cookie } = await signedInAs(there.db, there.organiser)
  const english = { cookie, 'accept-language': 'en' }
  return {
    ...there,
    get: (url: string) => app.inject({ url, headers: english }),
    post: (url: string, fields: Record<string, string>) => {
      const { headers, payload } = form(fields)
      return app.inject({ method: 'POST', url, headers: { ...headers, ...english }, payload })
    },
  }
}
