import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Organiser, Project, Role } from '../db/schema.ts'
import { paths } from '../views/paths.ts'
import type { House } from './house.ts'
import { type Late, lateIn } from './mail/late.ts'
import { type May, type Needed, nobodyMay, rightsIn, type Standing, strongest } from './organisers/rights.ts'
import { signedIn } from './organisers/session.ts'
import { standingIn } from './organisers/standing.ts'
import { notFound } from './refusal.ts'
import { type HalfSession, halfSignedIn } from './second-factors/half-session.ts'
import { isThisMachine } from './this-machine.ts'

/**
 * Who may call a route. 'link': whoever holds the secret in its address. 'half-signed-in': who has used such a link and
 * owes their second factor. 'signed-in': any organiser. 'operator': the machine itself, or an organiser. All others:
 * those with a role in the `:project`, or `:meeting`, in its address.
 */
export type Access = 'anyone' | 'link' | 'half-signed-in' | 'signed-in' | 'operator' | Needed

/** Every route by method and address, with who may call it. */
export type AccessTable = Record<string, Access>

declare module 'fastify' {
  interface FastifyInstance {
    accessTable: AccessTable
  }
  interface FastifyContextConfig {
    access?: Access
    /** Other sites may show it in a frame; it then leaves no cookie. */
    embedded?: boolean
    /** In the line of what is made a few at a time (server/bulkhead.ts), although its `access` alone would pass it. */
    standsInLine?: true
  }
  interface FastifyRequest {
    visitor: Visitor
  }
}

type Visitor = {
  organiser: Organiser | null
  /** Only on routes for those: it makes nobody an organiser. */
  half: HalfSession | null
  project: Project | null
  role: Role | null
  may: May
  /** Letters that should have gone by now, of those that they may read; null where there are none. */
  late: (Late & { project: Project }) | null
}

export function guardAccess(app: FastifyInstance, house: House): void {
  const table: AccessTable = {}
  app.decorate('accessTable', table)
  app.decorateRequest('visitor')
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${method} ${url} does not say who may call it.`)
    for (const one of [method].flat()) table[`${one} ${url}`] = config.access
  })
  // Without a promise: it runs at every request, and those are a good part of what a kept answer costs.
  app.addHook('onRequest', (request, reply, done) => {
    request.visitor = nobody
    const access = request.routeOptions.config.access ?? 'signed-in'
    // The secret in the address goes nowhere, not even to our own proxy's log.
    if (access === 'link') reply.header('referrer-policy', 'no-referrer')
    if (request.is404 || access === 'anyone' || access === 'link') return done()
    admit(request, reply, house, access).then(() => done(), done)
  })
}

/** Who is signed in; only on routes that admit organisers alone. */
export function organiserOf(request: FastifyRequest): Organiser {
  return request.visitor.organiser ?? notFound()
}

/** Who owes their second factor; only on the routes where they show it. */
export function halfOf(request: FastifyRequest): HalfSession {
  return request.visitor.half ?? notFound()
}

/** The project in the address, in which, or in one of whose meetings, the organiser has a role. */
export function projectOf(request: FastifyRequest): Project {
  return request.visitor.project ?? notFound()
}

/** The strongest role that they have in the meeting in the address, or else in the project. */
export function roleOf(request: FastifyRequest): Role {
  return request.visitor.role ?? notFound()
}

/** What their pages warn them of. */
export function lateOf({ visitor }: FastifyRequest): Visitor['late'] {
  return visitor?.late ?? null
}

/** What whoever asks may do in the project in the address; nothing where there is none. */
export function mayOf({ visitor }: FastifyRequest): May {
  return visitor?.may ?? nobodyMay
}

/** The same on a route that is open to everybody, for what only some of them see there. */
export async function mayIn(house: House, request: FastifyRequest, slug: string): Promise<May> {
  const asking = await signedIn(house, request)
  const standing = asking && (await standingIn(house.db, asking, slug))
  return standing ? rightsIn(standing) : nobodyMay
}

const nobody: Visitor = { organiser: null, half: null, project: null, role: null, may: nobodyMay, late: null }

type Guarded = Exclude<Access, 'anyone' | 'link'>

async function admit(request: FastifyRequest, reply: FastifyReply, house: House, access: Guarded) {
  if (access === 'operator' && isThisMachine(request)) return
  if (access === 'half-signed-in') return admitHalf(request, reply, house)
  const organiser = await signedIn(house, request)
  if (!organiser) return leadToSignIn(request, reply)
  request.visitor = { ...nobody, organiser }
  if (access !== 'signed-in' && access !== 'operator') await admitToProject(request, house, organiser, access)
}

async function admitHalf(request: FastifyRequest, reply: FastifyReply, house: House) {
  const half = await halfSignedIn(house, request)
  if (!half) return leadToSignIn(request, reply)
  request.visitor = { ...nobody, half }
}

function leadToSignIn(request: FastifyRequest, reply: FastifyReply) {
  return request.method === 'GET' ? reply.redirect(paths.signIn, 303) : notFound()
}

async function admitToProject(request: FastifyRequest, house: House, organiser: Organiser, needed: Needed) {
  const { project: slug, meeting: inAddress } = request.params as { project: string; meeting?: string }
  const standing = (await standingIn(house.db, organiser, slug)) ?? notFound()
  const meeting = inAddress === undefined ? null : meetingCalled(standing, inAddress)
  const may = rightsIn(standing)
  if (!may(needed, meeting)) notFound()
  const late = request.method === 'GET' ? await lateWithin(standing, may, house) : null
  const role = strongest(standing, meeting)
  request.visitor = { ...nobody, organiser, project: standing.project, role, may, late }
}

/** Without a mail server letters wait by design; whoever may not read letters can do nothing about them. */
async function lateWithin(
  { project, helps }: Standing,
  may: May,
  { db, now, config }: House,
): Promise<Visitor['late']> {
  if (config.smtpUrl === null || !may('meeting-organiser')) return null
  const meetings = helps.filter(({ meeting }) => may('organiser', meeting)).map(({ meeting }) => meeting.id)
  const late = await lateIn(db, project, now(), may('organiser') ? null : meetings)
  return late && { ...late, project }
}

/** In a meeting that they do not help with, only their role in the project counts. */
function meetingCalled({ helps }: Standing, slug: string): { id: string } {
  return helps.find(({ meeting }) => meeting.slug === slug)?.meeting ?? { id: '' }
}
