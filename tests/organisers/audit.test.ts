import { expect, test } from 'vitest'
import { asc } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { history, organisers, questions, registrations } from '../../db/schema.ts'
import type { HistoryDeed } from '../../server/history.ts'
import { accessTable } from '../access-table.ts'
import { multipart } from '../multipart.ts'
import { form } from '../world.ts'
import { type AuditDesk, auditDesk, secret } from './audit-desk.ts'

type Fields = Record<string, string>
type Step = {
  route: string
  deed: HistoryDeed | null
  fields?: (ids: Fields) => Fields
  /** What stands for the parameter of the address, by its name among the ids. */
  of?: string
  query?: string
}

const meeting = '/organise/:project/:meeting'
const until = '2026-12-01T10:00'
const chosen = (name: string) => (ids: Fields) => ({ [`chosen.${ids[name]}`]: 'yes' })
const bulk = (deed: string, name: string, more: (ids: Fields) => Fields = () => ({})) => ({
  route: `POST ${meeting}/registrations/do`,
  fields: (ids: Fields) => ({ deed, ...chosen(name)(ids), ...more(ids) }),
})
const one = (deed: string, of: string) => ({ route: `POST ${meeting}/registrations/:registration/${deed}`, of })
const question = (deed: string) => `POST ${meeting}/questions/:question${deed && `/${deed}`}`
const asked = { 'label.lv': 'Kāpēc?', asked: 'at-sign-up', 'visibleTo.organiser': 'yes' }
/** So that the first question is the first by its id, too. */
const onceAs = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const anna = { name: `${secret} Anna`, email: `${secret}.anna@example.org`, language: 'lv' }
const list = { text: `Vārds;E-pasts\n${secret} Ēriks;${secret}.eriks@example.org`, step: 'do', letters: 'silently' }
const guests = { ...list, text: list.text.replaceAll('rik', 'liz'), until }

/** One after another in one world: every deed of organisers about who comes, and what the log says of it. */
const steps: Step[] = [
  // Before anything frees a place, which would be offered to them by itself.
  { ...one('promote', 'waiting0'), deed: 'registration.offered' },
  { ...bulk('offer', 'waiting1'), deed: 'registrations.offered' },
  { ...one('approve', 'requested0'), deed: 'registration.approved' },
  { ...one('refuse', 'requested1'), deed: 'registration.refused' },
  {
    ...one('change', 'confirmed0'),
    deed: 'registration.changed',
    fields: ({ group }) => ({ name: `${secret} A`, group: `${group}` }),
  },
  {
    ...one('address', 'confirmed0'),
    deed: 'registration.address',
    fields: () => ({ email: `${secret}.new@example.org` }),
  },
  { ...one('no-photos', 'confirmed0'), deed: 'consent.withdrawn' },
  { ...one('cancel', 'confirmed0'), deed: 'registration.cancelled' },
  { ...bulk('approve', 'requested2'), deed: 'registrations.approved' },
  { ...bulk('refuse', 'requested3'), deed: 'registrations.refused' },
  { ...bulk('cancel', 'confirmed1'), deed: 'registrations.cancelled' },
  { ...bulk('move', 'confirmed2', ({ next }) => ({ meeting: `${next}` })), deed: 'registrations.moved' },
  {
    route: `POST ${meeting}/registrations/plan`,
    deed: null,
    fields: (ids) => ({ deed: 'cancel', ...chosen('confirmed3')(ids) }),
  },
  {
    route: `POST ${meeting}/registrations`,
    deed: 'registration.added',
    fields: ({ group }) => ({ ...anna, group: `${group}` }),
  },
  { route: `POST ${meeting}/registrations/pause`, deed: 'promotion.paused' },
  { route: `POST ${meeting}/registrations/resume`, deed: 'promotion.resumed' },
  ...['csv', 'json', 'xlsx'].map((format) => ({
    ...{ route: `GET ${meeting}/registrations.${format}`, deed: 'registrations.exported' as const },
    query: `?search=${secret}&columns=email`,
  })),
  {
    route: `POST ${meeting}/import`,
    deed: 'registrations.imported',
    fields: ({ group }) => ({ ...list, group: `${group}` }),
  },
  {
    route: `POST ${meeting}/invitations`,
    deed: 'registration.invited',
    fields: ({ group }) => ({ ...anna, email: `${secret}.b@example.org`, until, group: `${group}` }),
  },
  { route: `POST ${meeting}/invitations/:registration/take-back`, of: 'guest', deed: 'registration.uninvited' },
  {
    route: `POST ${meeting}/invitations/:registration/again`,
    of: 'guest',
    deed: 'registration.invited',
    fields: () => ({ until }),
  },
  {
    route: `POST ${meeting}/invitations/many`,
    deed: 'registration.invited',
    fields: ({ group }) => ({ ...guests, group: `${group}` }),
  },
  { route: `POST ${meeting}/questions`, deed: 'question.added', fields: () => ({ ...asked, once: onceAs(1) }) },
  {
    route: `POST ${meeting}/questions`,
    deed: 'question.added',
    fields: () => ({ ...asked, 'label.lv': 'Kad?', once: onceAs(2) }),
  },
  { route: question(''), of: 'first', deed: 'question.edited', fields: () => ({ ...asked, 'label.lv': 'Kā?' }) },
  { route: question('down'), of: 'first', deed: 'question.moved' },
  { route: question('up'), of: 'first', deed: 'question.moved' },
  { route: question('retire'), of: 'first', deed: 'question.retired' },
  { route: question('bring-back'), of: 'first', deed: 'question.brought-back' },
  { route: question('delete'), of: 'first', deed: 'question.deleted' },
  { route: `POST ${meeting}/workshops/:slot`, deed: 'workshop.opened', fields: () => ({ places: '3' }) },
  {
    route: `POST ${meeting}/workshops/:slot/put-in`,
    deed: 'workshop.put-in',
    fields: ({ confirmed4 }) => ({ registration: `${confirmed4}` }),
  },
  {
    route: `POST ${meeting}/workshops/:slot/take-out`,
    deed: 'workshop.taken-out',
    fields: ({ confirmed4 }) => ({ registration: `${confirmed4}` }),
  },
  { route: `POST ${meeting}/workshops/:slot/close`, deed: 'workshop.closed' },
  {
    route: `POST ${meeting}/sign-up`,
    deed: 'meeting.sign-up',
    fields: () => ({ friendsMost: '2', guardianDays: '7', keepDays: '30' }),
  },
  { route: `POST ${meeting}/sign-up/guard`, deed: 'registrations.guarded' },
  { route: `POST ${meeting}/sign-up/stop-guarding`, deed: 'registrations.unguarded' },
  { route: `POST ${meeting}/reminders`, deed: 'meeting.reminders', fields: () => ({ 'hours.24': 'yes' }) },
  ...[meeting, '/organise/:project'].flatMap((place): Step[] => [
    { route: `POST ${place}/people`, deed: 'people.invited', fields: () => ({ ...colleague, role: 'door' }) },
    {
      route: `POST ${place}/people/:colleague/role`,
      of: 'colleague',
      deed: 'people.role',
      fields: () => ({ role: 'moderator' }),
    },
    { route: `POST ${place}/people/:colleague/remove`, of: 'colleague', deed: 'people.removed' },
  ]),
  { route: 'POST /organise/:project/people/:colleague/sign-out', of: 'organiser', deed: 'people.signed-out' },
  { route: 'POST /organise/:project/consent', deed: 'consent.text', fields: () => ({ 'text.lv': 'Jauni vārdi' }) },
  { route: 'POST /organise/:project/consent/again', deed: 'consent.asked-again' },
]

const colleague = { name: 'Laura', email: 'laura@example.org' }

test('every deed of organisers about who comes, what they are asked and who may see it is tried here', () => {
  const about = /registrations|invitations|import|questions|workshops|sign-up|reminders|people|consent/
  const taken = /^POST \/organise\/:project.*|^GET .*registrations\.\w+$/
  const routes = Object.keys(accessTable).filter((route) => taken.test(route) && about.test(route))
  expect([...new Set(steps.map(({ route }) => route))].sort()).toEqual(routes.sort())
})

test('each is written down once, with who did it, and without a word about whom', async () => {
  const desk = await auditDesk()
  const { db, owner } = desk
  for (const step of steps) {
    const before = await logOf(db)
    const { statusCode } = await take(desk, step)
    expect([step.route, statusCode]).toEqual([step.route, expect.toBeOneOf([200, 303])])
    const news = (await logOf(db)).filter(({ id }) => !before.some((entry) => entry.id === id))
    const expected = step.deed ? [[step.deed, owner.id]] : []
    expect([step.route, news.map(({ deed, organiserId }) => [deed, organiserId])]).toEqual([step.route, expected])
  }
  const names = (await db.select().from(registrations)).flatMap(({ id, name, email }) => [id, name ?? '', email ?? ''])
  const log = JSON.stringify((await logOf(db)).map(({ deed, facts }) => [deed, facts]))
  expect(
    [secret, 'laura', ...names].filter((word) => word !== '' && log.toLowerCase().includes(word.toLowerCase())),
  ).toEqual([])
})

async function logOf(db: Database) {
  return await db.select().from(history).orderBy(asc(history.at))
}

async function take(desk: AuditDesk, { route, fields, of, query = '' }: Step) {
  const ids = await idsIn(desk)
  const [method, pattern = ''] = route.split(' ')
  const named: Fields = { project: 'gen-y-city', meeting: 'kickoff', slot: desk.slot.slug }
  const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? ids[of ?? ''] ?? name) + query
  if (method === 'GET') return await desk.app.inject({ url, headers: desk.headers })
  const said = fields?.(ids) ?? {}
  const sent = /import$|many$/.test(route) ? await multipart(said) : form(said)
  return await desk.app.inject({
    method: 'POST',
    url,
    payload: sent.payload,
    headers: { ...sent.headers, ...desk.headers },
  })
}

async function idsIn({ db, people, pupils, next, organiser }: AuditDesk): Promise<Fields> {
  const guests = await db.select().from(registrations)
  const guest = guests.find(({ email }) => email === `${secret}.b@example.org`)?.id ?? ''
  const [first] = await db.select().from(questions).orderBy(asc(questions.id))
  const staff = await db.select().from(organisers)
  const laura = staff.find(({ email }) => email === colleague.email)
  return {
    ...people,
    guest,
    first: first?.id ?? '',
    organiser: organiser.id,
    colleague: laura?.id ?? '',
    group: pupils.id,
    next: next.id,
  }
}
