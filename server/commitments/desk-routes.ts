import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { commitmentsDeskPage } from '../../views/commitments/desk.ts'
import { commitmentFormPage } from '../../views/commitments/form.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { followUp } from './follow-up.ts'
import { commitmentForm, stepForm, typedCommitment, typedStep } from './forms.ts'
import { isOverdue } from './overdue.ts'
import { editCommitment, promise } from './promise.ts'
import { deleteCommitment, publishCommitment, withdrawCommitment } from './publish-commitment.ts'
import { commitmentIn, commitmentsOf } from './queries.ts'

type Address = { Params: { project: string; commitment: string } }
type Typed = Pick<Form<unknown>, 'typed' | 'problems'>

const list = '/organise/:project/commitments'
const access = { config: { access: 'organiser' } } as const
const deeds = { publish: publishCommitment, withdraw: withdrawCommitment, delete: deleteCommitment }

/** Promises, as organisers keep account of them. */
export function commitmentDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get(list, access, async (request, reply) => {
    const project = projectOf(request)
    const followed = await commitmentsOf(db, project)
    const shown = followed.map((one) => ({ ...one, isOverdue: isOverdue(one.commitment, project, now()) }))
    return reply.page(commitmentsDeskPage(sayTo(request), { project, shown }))
  })

  app.get(`${list}/new`, access, async (request, reply) => {
    return reply.page(await page(request, null, { said: blankForm({ once: randomUUID() }) }))
  })

  app.post(list, access, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(commitmentForm(project, await meetingsOf(db, project)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, null, { said: form }))
    const { once, ...input } = form.values
    await promise(db, project, input, organiserOf(request), now(), { once })
    return reply.done(paths.commitmentsDesk(project))
  })

  app.get<Address>(`${list}/:commitment`, access, async (request, reply) => {
    return reply.page(await page(request, await commitmentOf(request)))
  })

  app.post<Address>(`${list}/:commitment`, access, async (request, reply) => {
    const [project, commitment] = [projectOf(request), await commitmentOf(request)]
    const form = readForm(commitmentForm(project, await meetingsOf(db, project)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, commitment, { said: form }))
    await editCommitment(db, project, commitment, form.values, organiserOf(request), now())
    return reply.done(paths.commitmentsDesk(project))
  })

  app.post<Address>(`${list}/:commitment/step`, access, async (request, reply) => {
    const [project, commitment] = [projectOf(request), await commitmentOf(request)]
    const form = readForm(stepForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, commitment, { step: form }))
    await followUp(db, project, commitment, form.values, organiserOf(request), now())
    return reply.done(paths.commitmentsDesk(project))
  })

  for (const [deed, act] of Object.entries(deeds)) {
    app.post<Address>(`${list}/:commitment/${deed}`, access, async (request, reply) => {
      const project = projectOf(request)
      await act(db, project, await commitmentOf(request), organiserOf(request), now())
      return reply.done(paths.commitmentsDesk(project))
    })
  }

  async function commitmentOf(request: FastifyRequest<Address>) {
    return (await commitmentIn(db, projectOf(request), request.params.commitment)) ?? notFound()
  }

  type Of = Awaited<ReturnType<typeof commitmentOf>> | null

  async function page(request: FastifyRequest, commitment: Of, forms: { said?: Typed; step?: Typed } = {}) {
    const project = projectOf(request)
    const meetings = await meetingsOf(db, project)
    const said = forms.said ?? blankForm(commitment ? typedCommitment(commitment) : {})
    const step = forms.step ?? (commitment ? blankForm(typedStep(commitment)) : null)
    return commitmentFormPage(sayTo(request), { project, meetings, commitment }, { said, step })
  }
}
