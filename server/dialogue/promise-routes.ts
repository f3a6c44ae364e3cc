import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Project } from '../../db/schema.ts'
import { itemPage } from '../../views/dialogue/item.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { promise } from '../commitments/promise.ts'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import { promisesFor } from '../commitments/queries.ts'
import { choice, localisedText, neededText, once, optionalDate } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { typedText } from '../typed-text.ts'
import { todayIn } from './item.ts'
import { itemOf } from './queries.ts'

type Address = { Params: { voice: string } }

/** What was asked becomes what the city promises, in one step: in their own words "you said" is said already. */
export function promiseRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(
    '/organise/:project/answers/:voice/promise',
    { config: { access: 'organiser' } },
    async (request, reply) => {
      const [project, by] = [projectOf(request), organiserOf(request)]
      const item = (await itemOf(db, project, request.params.voice)) ?? notFound()
      const { voice } = item
      // A published promise says in public what was asked.
      if (voice.status !== 'shown') notFound()
      const form = readForm(promiseForm(project), request.body)
      if (form.problems) {
        const promises = await promisesFor(db, project, [voice.id])
        const seen = { project, item, promises, today: todayIn(project, now()), organises: true }
        const forms = { answer: blankForm(typedText('answer', voice.answer)), promise: form }
        return reply.code(422).page(itemPage(sayTo(request), seen, forms))
      }
      const { deed, once: key = randomUUID(), ...promised } = form.values
      const input = { ...promised, said: { [voice.locale]: voice.text }, meetingId: voice.meetingId }
      const made = await promise(db, project, input, by, now(), { once: key, voiceId: voice.id })
      if (deed === 'publish') await publishCommitment(db, project, made, by, now())
      return reply.done(`${paths.item(project, voice)}#promises`)
    },
  )
}

function promiseForm({ locales }: Project) {
  return z.object({
    will: neededText(locales, 500, true),
    office: localisedText(locales, 120),
    dueOn: optionalDate(),
    once: once(),
    deed: choice(['keep', 'publish']),
  })
}
