import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url).pathname
const files = ['db', 'server', 'views', 'public']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name}`))
  .filter((name) => name.endsWith('.ts') && !name.includes('/migrations/'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))

type Import = { from: string; to: string; typeOnly: boolean }

const imports: Import[] = files.flatMap(({ name, text }) =>
  [...text.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'/gms)].map(([, typeOnly, path = '']) => ({
    from: name,
    to: normalize(join(dirname(name), path)),
    typeOnly: typeOnly !== undefined,
  })),
)
const calls = imports.filter(({ typeOnly }) => !typeOnly)

/** The app's frame, which knows the features; features know it only by name of what they need. */
const plumbing = /^server\/[^/]+\.ts$|^server\/(demo|commands)\//
const isRoutes = (name: string) => /(^|\/|-)routes\.ts$/.test(name)
const isLetters = (name: string) => /\/letters\.ts$/.test(name) || name.startsWith('server/mail/')
const feature = (name: string) => /^server\/([^/]+)\//.exec(name)?.[1]

function breaches(rule: (one: Import) => boolean, among = calls): string[] {
  return among.filter(rule).map(({ from, to }) => `${from} → ${to}`)
}

test('the database imports nothing above it', () => {
  expect(breaches(({ from, to }) => from.startsWith('db/') && !to.startsWith('db/'))).toEqual([])
})

test('views import views, languages, and types from anywhere', () => {
  const allowed = (to: string) => to.startsWith('views/') || to === 'db/languages.ts'
  expect(breaches(({ from, to }) => from.startsWith('views/') && !allowed(to))).toEqual([])
})

test('queries import the database, queries and rules, never verbs, views or routes', () => {
  const isQuery = (name: string) => /\/queries\.ts$/.test(name)
  const above = (to: string) => to.startsWith('views/') || isRoutes(to) || isLetters(to)
  expect(breaches(({ from, to }) => isQuery(from) && above(to))).toEqual([])
})

/** Writings: not pages, but what goes out in people's languages — calendar entries, exports, pictures. */
const writers = [
  'server/calendar/colour.ts',
  'server/calendar/entry.ts',
  'server/registrations/desk/json.ts',
  'server/registrations/desk/sheet.ts',
  'server/meetings/card.ts',
  'server/meetings/story-way.ts',
]

test('only routes, letters, writings and the frame import views', () => {
  const may = (name: string) => isRoutes(name) || isLetters(name) || plumbing.test(name) || writers.includes(name)
  const plain = ['views/say.ts', 'views/page.ts', 'views/paths.ts', 'views/when.ts', 'views/photos/widths.ts']
  const breach = ({ from, to }: Import) =>
    from.startsWith('server/') && to.startsWith('views/') && !plain.includes(to) && !may(from)
  expect(breaches(breach)).toEqual([])
})

test('only the table of contents, and the routes of the same feature, import routes', () => {
  const breach = ({ from, to }: Import) =>
    isRoutes(to) &&
    !/^server\/features(-of-the-day)?\.ts$/.test(from) &&
    !(isRoutes(from) && feature(from) === feature(to))
  expect(breaches(breach)).toEqual([])
})

test('verbs know no HTTP', () => {
  const mayKnow = (name: string) => isRoutes(name) || plumbing.test(name) || knowsRequests.includes(name)
  const knowing = files.filter(({ name, text }) => name.startsWith('server/') && /from 'fastify'/.test(text))
  expect(knowing.map(({ name }) => name).filter((name) => !mayKnow(name))).toEqual([])
})

/** Parts of routes that several of them share. */
const knowsRequests = [
  'server/organisers/session.ts',
  'server/organisers/cookies.ts',
  'server/organisers/enter.ts',
  'server/second-factors/half-session.ts',
  'server/calendar/answer.ts',
  'server/invitations/place.ts',
  'server/questions/in-address.ts',
  'server/meetings/own-meeting.ts',
  'server/mail/own-letter.ts',
  'server/mail/framed.ts',
  'server/speakers/own-speaker.ts',
  'server/files/read-upload.ts',
  'server/files/receive.ts',
  'server/files/send-file.ts',
  'server/files/while-away.ts',
  'server/slides/send.ts',
  'server/room/voter.ts',
  'server/photos/receive-photos.ts',
  'server/photos/send-photo.ts',
]

test('no file imports itself, by whatever way round', () => {
  const next = Map.groupBy(calls, ({ from }) => from)
  const seen = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (name: string, trail: string[]): void => {
    if (seen.get(name) === 'open') circles.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
    if (seen.has(name)) return
    seen.set(name, 'open')
    for (const { to } of next.get(name) ?? []) visit(to, [...trail, name])
    seen.set(name, 'done')
  }
  for (const { name } of files) visit(name, [])
  expect(circles).toEqual([])
})

test('only db/drizzle.ts loads the run time of Drizzle', () => {
  const loading = files.filter(({ text }) => /^import (?!type)[^'"]*from 'drizzle-orm/m.test(text))
  expect(loading.map(({ name }) => name)).toEqual([])
})

test('nothing is exported on from elsewhere, by default, or imported in passing', () => {
  const loose = files.filter(({ text }) =>
    /^export (\*|\{[^}]*\}) from|^export default|\bimport\(/m.test(withoutTypes(text)),
  )
  expect(loose.map(({ name }) => name)).toEqual([])
})

test('only the settings read the environment', () => {
  const reading = files.filter(({ text }) => /process\.env/.test(text))
  expect(reading.map(({ name }) => name)).toEqual(['server/config.ts'])
})

test('no file is two ideas: 200 lines at the most', () => {
  const long = files.filter(({ name, text }) => name !== 'db/schema.ts' && text.split('\n').length > 201)
  expect(long.map(({ name }) => name)).toEqual([])
})

/** `typeof import('…')` names a type and loads nothing. */
function withoutTypes(text: string): string {
  return text.replaceAll(/typeof import\(/g, '')
}
