import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dialoguePage } from '../../views/dialogue/desk.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { openReports } from '../trusted/queries.ts'
import { decideItems } from './decide.ts'
import { giveItems } from './give.ts'
import { type GiveInput, giveForm } from './give-form.ts'
import { itemDesk, itemLookOf } from './look.ts'
import { answerersOf } from './queries.ts'

type Address = { Querystring: Record<string, string> }

const access = { config: { access: 'organiser' } } as const

/** Where organisers see to it that everything asked is answered: by whom, and until when. */
export function dialogueDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/organise/:project/dialogue', access, async (request, reply) =>
    reply.page(await page(request, blankForm())),
  )

  app.post<Address>('/organise/:project/dialogue/items', access, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(giveForm(await answerersOf(db, project)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await act(request, form.values)
    return reply.done(paths.dialogue(project), await page(request, blankForm()))
  })

  async function act(request: FastifyRequest, { deed, ids, ...given }: GiveInput): Promise<void> {
    const [project, by] = [projectOf(request), organiserOf(request)]
    if (deed === 'give') return await giveItems(db, project, { ids, ...given }, by, now())
    await decideItems(db, project, ids, deed === 'show' ? 'shown' : 'hidden', by, now())
  }

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const project = projectOf(request)
    const desk = await itemDesk(db, project, itemLookOf(request.query), now())
    return dialoguePage(sayTo(request), { ...desk, reports: await openReports(db, project) }, form)
  }
}
