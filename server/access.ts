import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Organiser, Project, Role } from '../db/schema.ts'
import { paths } from '../views/paths.ts'
import type { House } from './house.ts'
import { signedIn } from './organisers/session.ts'
import { membership } from './projects/queries.ts'
import { notFound } from './refusal.ts'

/**
 * Who may call a route. 'link': whoever holds the secret in its address. 'signed-in': any organiser. 'organiser' and
 * 'owner': members of the `:project` in its address, owners being organisers too. 'operator': the machine itself, or an organiser.
 */
export type Access = 'anyone' | 'link' | 'signed-in' | 'organiser' | 'owner' | 'operator'

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
  }
  interface FastifyRequest {
    visitor: Visitor
  }
}

type Visitor = { organiser: Organiser | null; project: Project | null; role: Role | null }

export function guardAccess(app: FastifyInstance, house: House): void {
  const table: AccessTable = {}
  app.decorate('accessTable', table)
  app.decorateRequest('visitor')
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${method} ${url} does not say who may call it.`)
    for (const one of [method].flat()) table[`${one} ${url}`] = config.access
  })
  app.addHook('onRequest', async (request, reply) => {
    request.visitor = { organiser: null, project: null, role: null }
    const access = request.routeOptions.config.access
    // The secret in the address goes nowhere, not even to our own proxy's log.
    if (access === 'link') reply.header('referrer-policy', 'no-referrer')
    if (request.is404 || access === 'anyone' || access === 'link') return
    return admit(request, reply, house, access)
  })
}

/** Who is signed in; only on routes that admit organisers alone. */
export function organiserOf(request: FastifyRequest): Organiser {
  return request.visitor.organiser ?? notFound()
}

/** The project in the address, which the organiser belongs to; only on 'organiser' and 'owner' routes. */
export function projectOf(request: FastifyRequest): Project {
  return request.visitor.project ?? notFound()
}

/** What the organiser is in that project; only on 'organiser' and 'owner' routes. */
export function roleOf(request: FastifyRequest): Role {
  return request.visitor.role ?? notFound()
}

async function admit(request: FastifyRequest, reply: FastifyReply, house: House, access: Access | undefined) {
  if (access === 'operator' && isThisMachine(request)) return
  const organiser = await signedIn(house, request)
  if (!organiser) return request.method === 'GET' ? reply.redirect(paths.signIn, 303) : notFound()
  request.visitor.organiser = organiser
  if (access === 'organiser' || access === 'owner') await admitToProject(request, house, organiser, access)
}

async function admitToProject(request: FastifyRequest, house: House, organiser: Organiser, access: Access) {
  const { project: slug } = request.params as { project: string }
  const found = (await membership(house.db, organiser, slug)) ?? notFound()
  if (access === 'owner' && found.role !== 'owner') notFound()
  request.visitor.project = found.project
  request.visitor.role = found.role
}

/** Loopback, and not through a proxy on this machine, which would bring anybody. */
function isThisMachine({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = Object.keys(headers).some((name) => /^(x-forwarded-|x-real-ip$|forwarded$|via$)/.test(name))
  const isMeant = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(headers.host ?? '')
  return isMeant && !isForwarded && (ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.'))
}
