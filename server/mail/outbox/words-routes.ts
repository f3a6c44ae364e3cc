import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Letter } from '../../../db/schema.ts'
import { wordsPage } from '../../../views/mail/words.ts'
import type { FormState } from '../../../views/parts/fields.ts'
import { paths } from '../../../views/paths.ts'
import { organiserOf, projectOf } from '../../access.ts'
import { blankForm, readForm } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { writtenFor } from '../as-it-reads.ts'
import { ownLetter } from '../own-letter.ts'
import { setWords, wordsForm } from './words.ts'

type Address = { Params: { project: string; letter: string } }

const one = '/organise/:project/letters/:letter'
const access = { config: { access: 'meeting-organiser' } } as const

/** One letter, put in an organiser's own words while it waits. */
export function letterWordsRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(`${one}/words`, access, async (request, reply) => {
    const letter = await ownLetter(db, request)
    const { subject, lead = '' } = letter.words ?? (await usualOf(letter)) ?? { subject: '' }
    return reply.page(await edited(request, letter, blankForm({ subject, lead })))
  })

  app.post<Address>(`${one}/words`, access, async (request, reply) => {
    const [project, letter] = [projectOf(request), await ownLetter(db, request)]
    const form = readForm(wordsForm, request.body)
    if (form.problems) return reply.code(422).page(await edited(request, letter, form))
    const isInTime = (await usualOf(letter)) !== null
    if (isInTime && (await setWords(db, project, letter, form.values, organiserOf(request), now())))
      return reply.done(paths.letter(project, letter))
    return reply.code(409).page(await tooLate(request, form))
  })

  app.post<Address>(`${one}/usual-words`, access, async (request, reply) => {
    const [project, letter] = [projectOf(request), await ownLetter(db, request)]
    await setWords(db, project, letter, null, organiserOf(request), now())
    return reply.done(paths.letter(project, letter))
  })

  async function edited(request: FastifyRequest<Address>, letter: Letter, form: FormState) {
    const usual = await usualOf(letter)
    const isLate = letter.sentAt !== null || letter.endedAt !== null || usual === null
    return wordsPage(sayTo(request), { project: projectOf(request), letter, usual, isLate }, form)
  }

  /** It has gone, ended or left meanwhile; what was typed is not lost. */
  async function tooLate(request: FastifyRequest<Address>, form: FormState) {
    const letter = await ownLetter(db, request)
    const view = { project: projectOf(request), letter, usual: await usualOf(letter), isLate: true }
    return wordsPage(sayTo(request), view, form)
  }

  /** As it reads without anybody's own words. */
  async function usualOf(letter: Letter) {
    const { written, fault } = await writtenFor(db, { ...letter, words: null }, { config, now: now() })
    if (fault) return { subject: '', lead: '' }
    return written && { subject: written.subject, lead: written.lead ?? '' }
  }
}
