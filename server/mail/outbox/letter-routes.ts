import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { eq } from '../../../db/drizzle.ts'
import { letters } from '../../../db/schema.ts'
import { dropPage } from '../../../views/mail/drop.ts'
import { letterPage } from '../../../views/mail/letter.ts'
import { paths } from '../../../views/paths.ts'
import { organiserOf, projectOf } from '../../access.ts'
import { optionalLine } from '../../fields.ts'
import { readForm } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { asItReads } from '../as-it-reads.ts'
import { allowFrames } from '../framed.ts'
import { ownLetter } from '../own-letter.ts'
import { changedSinceWorded } from './changed-since-worded.ts'
import { actOn, canBeTakenBack, type OutboxDeed } from './deeds.ts'
import { stepsOf } from './log.ts'
import { returnedFrom } from './returned-from.ts'
import { wasStopped } from './stopped.ts'
import { waitsOf } from './waits.ts'

type Address = { Params: { project: string; letter: string } }

const one = '/organise/:project/letters/:letter'
const access = { config: { access: 'meeting-organiser' } } as const

/** Whoever holds a letter to edit it goes on to its words. */
const nextForm = z.object({ next: optionalLine(20) })
const deeds: OutboxDeed[] = ['hold', 'let-go', 'send-now', 'drop', 'send-after-all']

/** One letter in the outbox, and what organisers do about it while it waits. */
export function outboxLetterRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const hasServer = config.smtpUrl !== null

  app.get<Address>(one, access, async (request, reply) => {
    const letter = await ownLetter(db, request)
    const house = { config, now: now() }
    const isStopped = await wasStopped(db, letter)
    const steps = (await stepsOf(db, [letter])).get(letter.id) ?? []
    allowFrames(reply)
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
      const { next } = readForm(nextForm, request.body).typed
      return reply.done(next === 'words' ? paths.letterDo(project, letter, 'words') : paths.letter(project, letter))
    })
  }

  app.get<Address>(`${one}/drop`, access, async (request, reply) => {
    return reply.page(dropPage(sayTo(request), { project: projectOf(request), letter: await ownLetter(db, request) }))
  })
}
