import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { ownWorkshopsPage } from '../../views/workshops/own-page.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { heldBy } from '../registrations/queries.ts'
import { choose } from './choose.ts'
import { leave } from './leave.ts'
import { workshopsOnAgenda } from './on-agenda.ts'
import { ownWorkshops } from './own-page.ts'

type Address = { Params: { token: string } }
type SlotAddress = { Params: { token: string; slot: string } }

const mine = '/mine/:token/workshops'
const access = { config: { access: 'link' } } as const

/** Where the holder of a manage link chooses workshops. */
export function ownWorkshopRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(mine, access, async (request, reply) => {
    return reply.page(ownWorkshopsPage(sayTo(request), await view(request)))
  })

  app.post<SlotAddress>(`${mine}/:slot/choose`, access, async (request, reply) => {
    const { meeting, registration, slotId } = await chosen(request)
    const obstacle = await choose(db, meeting, registration, slotId, now())
    const { token, slot } = request.params
    if (!obstacle) return reply.done(`${paths.mineWorkshops(token)}#${slot}`)
    return reply.code(409).page(ownWorkshopsPage(sayTo(request), { ...(await view(request)), refused: slotId }))
  })

  app.post<SlotAddress>(`${mine}/:slot/leave`, access, async (request, reply) => {
    const { meeting, registration, slotId } = await chosen(request)
    await leave(db, meeting, registration, slotId, now())
    const { token, slot } = request.params
    return reply.done(`${paths.mineWorkshops(token)}#${slot}`)
  })

  async function held(request: FastifyRequest<Address>) {
    return (await heldBy(db, request.params.token, now())) ?? notFound()
  }

  async function chosen(request: FastifyRequest<SlotAddress>) {
    const found = await held(request)
    const all = await workshopsOnAgenda(db, found.meeting)
    const { slotId } = all.find(({ slot }) => slot.slug === request.params.slot) ?? notFound()
    return { ...found, slotId }
  }

  async function view(request: FastifyRequest<Address>) {
    const found = await held(request)
    return { ...found, token: request.params.token, workshops: await ownWorkshops(db, found, now()) }
  }
}
