import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { notFound } from '../refusal.ts'
import { asItReads } from './as-it-reads.ts'
import { asFile } from './compose.ts'
import { sendFramed } from './framed.ts'
import { ownLetter } from './own-letter.ts'
import { retryLetter } from './retry.ts'

type Address = { Params: { project: string; letter: string } }

const one = '/organise/:project/letters/:letter'
const access = { config: { access: 'meeting-organiser' } } as const

/** Letters as they would go out now, in a frame and as a file: what went is not kept. */
export function mailRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(`${one}/html`, access, async (request, reply) => {
    const mail = (await asItReads(db, await ownLetter(db, request), { config, now: now() })).mail ?? notFound()
    return sendFramed(reply, mail.html)
  })

  app.get<Address>(`${one}/letter.eml`, access, async (request, reply) => {
    const letter = await ownLetter(db, request)
    const file = await asFile((await asItReads(db, letter, { config, now: now() })).mail ?? notFound())
    reply.header('content-disposition', `attachment; filename="${letter.id}.eml"`)
    return reply.header('cache-control', 'private, no-store').type('message/rfc822').send(file)
  })

  app.post<Address>(`${one}/retry`, access, async (request, reply) => {
    const project = projectOf(request)
    const letter = await ownLetter(db, request)
    await retryLetter(db, project, letter, organiserOf(request), now())
    return reply.done(paths.letter(project, letter))
  })
}
