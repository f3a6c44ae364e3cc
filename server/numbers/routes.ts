import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type NumbersForms, numbersPage } from '../../views/numbers/page.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { measures } from './attendance.ts'
import { countedBy, countingForm, indicatorsForm, typedCounting, typedIndicators } from './forms.ts'
import { numbersOf } from './numbers.ts'
import { setCounting } from './set-counting.ts'
import { setIndicators } from './set-indicators.ts'

type Address = { Querystring: Record<string, unknown> }

const numbers = '/organise/:project/numbers'
const access = { config: { access: 'organiser' } } as const

/** Who came, and what was promised: as numbers that point at nobody. */
export function numbersRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(numbers, access, async (request, reply) => reply.page(await page(request)))

  app.post<Address>(`${numbers}/counting`, access, async (request, reply) => {
    const project = projectOf(request)
    const counting = readForm(countingForm, request.body)
    if (counting.problems) return reply.code(422).page(await page(request, { counting }))
    await setCounting(db, project, counting.values, organiserOf(request), now())
    return reply.done(paths.numbers(project))
  })

  app.post<Address>(`${numbers}/indicators`, access, async (request, reply) => {
    const project = projectOf(request)
    const indicators = readForm(indicatorsForm(project.locales), request.body)
    if (indicators.problems) return reply.code(422).page(await page(request, { indicators }))
    await setIndicators(db, project, indicators.values, organiserOf(request), now())
    return reply.done(paths.numbers(project))
  })

  async function page(request: FastifyRequest<Address>, returned: Partial<NumbersForms> = {}) {
    const project = projectOf(request)
    const found = await numbersOf(db, project, now())
    const of = measures.find((measure) => measure === request.query.of) ?? 'came'
    const stored = typedIndicators(found.aims.map(({ indicator }) => indicator))
    const forms = { counting: blankForm(typedCounting(project)), indicators: blankForm(stored), ...returned }
    return numbersPage(sayTo(request), { project, numbers: found, of, forms, countedBy })
  }
}
