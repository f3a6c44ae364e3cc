import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { Room, Slot } from '../../db/schema.ts'
import type { HeldBack } from '../../views/agenda/conflict.ts'
import { agendaPage, type Open } from '../../views/agenda/page.ts'
import { saidOfSlot, withOthers } from '../../views/agenda/said.ts'
import { typedSlot } from '../../views/agenda/typed.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { boardOf } from './board.ts'
import type { Outcome } from './change-draft.ts'
import { anyForm } from './forms.ts'
import { draftAgenda, roomsOf, slotAt } from './queries.ts'

type Asked = FastifyRequest<{ Params: { project: string; meeting: string } }>
type AskedOfSlot = FastifyRequest<{ Params: { project: string; meeting: string; slot: string } }>
type AskedOfRoom = FastifyRequest<{ Params: { project: string; meeting: string; room: string } }>

/** What the page is to show beside the agenda: an open form, what has just happened, or what has been held back. */
type Showing = { open?: Open; changed?: Slot; said?: string; others?: string[]; held?: HeldBack }

/** What was changed, whether it is gone, and where to send the same form again; or the form that stands open. */
type Asking = { changed?: Slot; isGone?: true; said?: string; again?: string; open?: Open }

/** What the agenda's routes share: finding what they are about, and answering with the agenda as it is then. */
export function boardRoutes({ db, now }: { db: Reads; now: () => Temporal.Instant }) {
  async function slotIn(request: AskedOfSlot) {
    const found = await ownMeeting(db, request)
    return { ...found, slot: (await slotAt(db, found.meeting, request.params.slot)) ?? notFound() }
  }

  async function roomIn(request: AskedOfRoom): Promise<Awaited<ReturnType<typeof ownMeeting>> & { room: Room }> {
    const found = await ownMeeting(db, request)
    const room = (await roomsOf(db, found.meeting)).find(({ id }) => id === request.params.room) ?? notFound()
    return { ...found, room }
  }

  /** The agenda as it is now, saying where `changed` has got to. */
  async function page(request: Asked, { open = {}, changed, said = '', others = [], held }: Showing = {}) {
    const say = sayTo(request)
    const { project, meeting, by } = await ownMeeting(db, request)
    const board = await boardOf(db, project, meeting, by, now())
    const view = { project, meeting, board, open, said: withOthers(say, said, others), held: held ?? null }
    if (!changed) return agendaPage(say, view)
    const ofSlot = true
    const lost = !board.slots.some(({ id }) => id === changed.id)
    return agendaPage(say, { ...view, ofSlot, lost, said: withOthers(say, saidOfSlot(say, view, changed), others) })
  }

  async function answer(request: Asked, reply: FastifyReply, outcome: Outcome<unknown>, asking: Asking) {
    const { project, meeting } = await ownMeeting(db, request)
    const { conflict, others } = outcome
    if (conflict) return reply.code(409).page(await page(request, await heldBack(request, conflict, asking)))
    const { changed, isGone, said = '' } = asking
    const here = paths.agenda(project, meeting)
    const anchor = changed && !isGone ? `#slot-${changed.slug}` : ''
    const open = await stillOpen(request)
    const shown = await page(request, { open, said, others, ...(changed && { changed }) })
    return reply.done(open.slot && changed ? paths.agendaSlot(project, meeting, changed) : here + anchor, shown)
  }

  /** The slot whose form goes on standing open, where the form that was sent says so. */
  async function stillOpen(request: Asked): Promise<Open> {
    return await opened(request, readForm(anyForm, request.body).typed.open, true)
  }

  /** A slot with its form; without a name that of a new one; nothing where there is no such slot. */
  async function opened(request: Asked, slug: string | undefined, quietly = false): Promise<Open> {
    if (slug === undefined) return {}
    if (slug === '') return { adding: true }
    const { meeting } = await ownMeeting(db, request)
    const slot = (await draftAgenda(db, meeting)).slots.find((one) => one.slug === slug)
    return slot ? { slot: { slug, form: blankForm(typedSlot(slot, meeting)), quietly } } : {}
  }

  return { slotIn, roomIn, page, opened, stillOpen, answer }
}

/** As it was typed, but from what the page shows now: sent again, it is made all the same. */
function heldBack({ body }: Asked, conflict: HeldBack['conflict'], { again, open = {} }: Asking): Showing {
  const { seen, ...typed } = readForm(anyForm, body).typed
  const anew = <F extends { form: { typed: object } }>(one: F | undefined) =>
    one && { ...one, form: { ...one.form, typed } }
  const held: HeldBack = { conflict, why: 'changed', again: again ? { action: again, typed } : null }
  return {
    held,
    open: { ...open, ...(open.slot && { slot: anew(open.slot) }), ...(open.room && { room: anew(open.room) }) },
  }
}
