import type { FastifyInstance, FastifyRequest } from 'fastify'
import { eq } from '../../../db/drizzle.ts'
import { type Letter, letters } from '../../../db/schema.ts'
import { dropPage } from '../../../views/mail/drop.ts'
import { letterPage } from '../../../views/mail/letter.ts'
import { wordsPage } from '../../../views/mail/words.ts'
import type { FormState } from '../../../views/parts/fields.ts'
import { paths } from '../../../views/paths.ts'
import { organiserOf, projectOf } from '../../access.ts'
import { blankForm, readForm } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { asItReads, writtenFor } from '../as-it-reads.ts'
import { ownLetter } from '../own-letter.ts'
import { changedSinceWorded } from './changed-since-worded.ts'
import { actOn, canBeTakenBack, type OutboxDeed } from './deeds.ts'
import { stepsOf } from './log.ts'
import { returnedFrom } from './returned-from.ts'
import { wasStopped } from './stopped.ts'
import { waitsOf } from './waits.ts'
import { setWords, wordsForm } from './words.ts'

type Address = { Params: { project: string; letter: string } }

const one = '/organise/:project/letters/:letter'
const access = { config: { access: 'meeting-organiser' } } as const
const deeds: OutboxDeed[] = ['hold', 'let-go', 'send-now', 'drop', 'send-after-all']

/** One letter in the outbox, and what organisers do about it while it waits. */
export function outboxLetterRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const hasServer = config.smtpUrl !== null

  app.get<Address>(one, access, async (request, reply) => {
    const letter = await ownLetter(db, request)
    const house = { config, now: now() }
    const isStopped = await wasStopped(db, letter)
    const steps = (await stepsOf(db, [letter])).get(letter.id) ?? []
    // The letter is shown in a frame; pages otherwise have none.
    reply.header('content-security-policy', `${reply.getHeader('content-security-policy')};frame-src 'self'`)
    return reply.page(
      letterPage(sayTo(request), {
        ...{ project: projectOf(request), letter, steps, hasServer, ...(await asItReads(db, letter, house)) },
        wait: (await waitsOf(db, [letter], { hasServer, now: now() })).get(letter.id) ?? null,
        canBeTakenBack: canBeTakenBack(letter, now()) && !isStopped,
        canBeRetried: letter.ending === 'failed' && !isStopped,
        returned: await returnedFrom(db, letter),
        isChanged: await changedSinceWorded(db, letter, steps),
      }),
    )
  })

  for (const deed of deeds) {
    app.post<Address>(`${one}/${deed}`, access, async (request, reply) => {
      const [project, letter] = [projectOf(request), await ownLetter(db, request)]
      const which = eq(letters.id, letter.id)
      await actOn(db, deed, { project, which, by: organiserOf(request), now: now() })
      const { then } = (request.body ?? {}) as { then?: unknown }
      return reply.done(then === 'words' ? paths.letterDo(project, letter, 'words') : paths.letter(project, letter))
    })
  }

  app.get<Address>(`${one}/drop`, access, async (request, reply) => {
    return reply.page(dropPage(sayTo(request), { project: projectOf(request), letter: await ownLetter(db, request) }))
  })

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
    return reply.code(409).page(await edited(request, await ownLetter(db, request), form, true))
  })

  app.post<Address>(`${one}/usual-words`, access, async (request, reply) => {
    const [project, letter] = [projectOf(request), await ownLetter(db, request)]
    await setWords(db, project, letter, null, organiserOf(request), now())
    return reply.done(paths.letter(project, letter))
  })

  async function edited(request: FastifyRequest<Address>, letter: Letter, form: FormState, isLate = false) {
    const usual = await usualOf(letter)
    const isOver = letter.sentAt !== null || letter.endedAt !== null || usual === null
    return wordsPage(sayTo(request), { project: projectOf(request), letter, usual, isLate: isLate || isOver }, form)
  }

  /** As it reads without anybody's own words. */
  async function usualOf(letter: Letter) {
    const { written, fault } = await writtenFor(db, { ...letter, words: null }, { config, now: now() })
    if (fault) return { subject: '', lead: '' }
    return written && { subject: written.subject, lead: written.lead ?? '' }
  }
}
