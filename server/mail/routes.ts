import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Letter } from '../../db/schema.ts'
import { letterPage } from '../../views/mail/letter.ts'
import { lettersPage } from '../../views/mail/letters.ts'
import { paths } from '../../views/paths.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { LetterFault } from '../letter-texts/fault.ts'
import { writers } from '../letters.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { asFile, compose } from './compose.ts'
import { firstOfThread, letterOf, letterStates, lettersOf } from './queries.ts'
import { retryLetter } from './retry.ts'
import { withoutSecrets } from './without-secrets.ts'

type Address = {
  Params: { project: string; letter: string }
  Querystring: { state?: unknown; page?: unknown }
}

const list = '/organise/:project/letters'
const one = `${list}/:letter`

/**
 * The organisers' view of the outbox. Letters can be read as they would go out now; what went is not kept. Their secret
 * links are shown only where there is no mail server, and organisers hand the letters on.
 */
export function mailRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(list, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const state = letterStates.find((known) => known === request.query.state) ?? null
    const page = Math.min(Math.max(1, Math.floor(Number(request.query.page)) || 1), 100_000)
    const found = await lettersOf(db, project, { state, page, meetings: await withinReach(request) })
    return reply.page(lettersPage(sayTo(request), { project, state, hasServer: config.smtpUrl !== null, ...found }))
  })

  app.get<Address>(one, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const letter = await letterIn(request)
    const { mail, fault } = await mailOf(letter)
    // The letter is shown in a frame; pages otherwise have none.
    reply.header('content-security-policy', `${reply.getHeader('content-security-policy')};frame-src 'self'`)
    return reply.page(
      letterPage(sayTo(request), { project: projectOf(request), letter, mail, fault, isCut: config.smtpUrl !== null }),
    )
  })

  app.get<Address>(`${one}/html`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const mail = (await mailOf(await letterIn(request))).mail ?? notFound()
    const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    reply.header('content-security-policy', policy).header('cache-control', 'private, no-store')
    return reply.type('text/html; charset=utf-8').send(mail.html)
  })

  app.get<Address>(`${one}/letter.eml`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const letter = await letterIn(request)
    const file = await asFile((await mailOf(letter)).mail ?? notFound())
    reply.header('content-disposition', `attachment; filename="${letter.id}.eml"`)
    return reply.header('cache-control', 'private, no-store').type('message/rfc822').send(file)
  })

  app.post<Address>(`${one}/retry`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const letter = await letterIn(request)
    await retryLetter(db, project, letter, organiserOf(request), now())
    return reply.done(paths.letter(project, letter))
  })

  async function letterIn(request: FastifyRequest<Address>): Promise<Letter> {
    const letter = (await letterOf(db, projectOf(request), request.params.letter)) ?? notFound()
    const meeting = letter.meetingId ? { id: letter.meetingId } : null
    return mayOf(request)('organiser', meeting) ? letter : notFound()
  }

  /** The meetings whose letters they may read, where it is not the whole project's. */
  async function withinReach(request: FastifyRequest): Promise<string[] | null> {
    const may = mayOf(request)
    if (may('organiser')) return null
    return (await meetingsOf(db, projectOf(request))).filter((meeting) => may('organiser', meeting)).map(({ id }) => id)
  }

  async function mailOf(letter: Letter) {
    try {
      return { mail: await asOfNow(letter), fault: null }
    } catch (error) {
      return { mail: null, fault: faultIn(error) }
    }
  }

  /** Null for a letter that has nothing true left to say, or whose secret is forgotten. */
  async function asOfNow(letter: Letter) {
    const written = await writers[letter.kind]?.(db, letter, { config, now: now() })
    if (!written) return null
    const readable = config.smtpUrl === null ? written : withoutSecrets(written)
    return compose(letter, readable, { config, first: await firstOfThread(db, letter), date: letter.sentAt ?? now() })
  }
}

/** What is wrong with the words of a letter that cannot be written; anything else is thrown on. */
function faultIn(error: unknown): string {
  if (error instanceof LetterFault) return error.message
  throw error
}
