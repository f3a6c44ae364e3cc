import type { FastifyInstance } from 'fastify'
import { type ClassView, classPage } from '../../views/parties/class.ts'
import { classSentPage } from '../../views/parties/class-sent.ts'
import { paths } from '../../views/paths.ts'
import { closedPage } from '../../views/registrations/register.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { type Found, publicMeeting } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { challengeOf, proven } from '../proofs/proven.ts'
import { notFound } from '../refusal.ts'
import { closedDoor } from '../registrations/door.ts'
import { freeFor, freeIn, roomOf } from '../registrations/places/seats.ts'
import { register } from '../registrations/register.ts'
import { type ClassSaid, classForm, classProblem, seatsOf } from './class-form.ts'
import { largestClass, mostOf } from './spare-places.ts'

type Address = { Params: { project: string; meeting: string } }
const bringing = { access: 'anyone', rateLimit: atMost.classes } as const
const got = ['place', 'waiting-list', 'request'] as const

/** Where a teacher or youth worker registers everybody they bring. */
export function classRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/:project/:meeting/register/class', { config: { access: 'anyone' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = await meetingForClasses(request.params)
    const closed = closedDoor(found.meeting, now())
    if (closed) return reply.page(closedPage(say, found, say(`registration.${closed}`)))
    return reply.page(classPage(say, await view(found), blankForm({ adults: '1' })))
  })

  app.post<Address>('/:project/:meeting/register/class', { config: bringing }, async (request, reply) => {
    const say = sayTo(request)
    const found = await meetingForClasses(request.params)
    const form = await judged(found, readForm(classForm(await groupsOf(db, found.project), say.locale), request.body))
    if (form.problems) return reply.code(422).page(classPage(say, await view(found), form))
    const { doubts, names } = form.values.understood
    if (doubts.length > 0) {
      const typed = { ...form.typed, names: names.join('\n'), read: 'yes' }
      return reply.page(classPage(say, { ...(await view(found)), doubts }, blankForm(typed)))
    }
    const proof = await proven(db, found.meeting, form, now())
    if (proof.problems) return reply.code(422).page(classPage(say, await view(found), proof))
    const { newcomersGet } = await register(db, found.project, found.meeting, classOf(form.values), now())
    return reply.done(paths.classSent(found.project, found.meeting, newcomersGet))
  })

  app.get<Address & { Querystring: { got?: string } }>(
    '/:project/:meeting/register/class/sent',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const found = await meetingForClasses(request.params)
      return reply.page(
        classSentPage(sayTo(request), { ...found, got: got.find((one) => one === request.query.got) ?? 'place' }),
      )
    },
  )

  async function meetingForClasses(address: Address['Params']): Promise<Found> {
    const found = (await publicMeeting(db, address)) ?? notFound()
    return found.meeting.takesClasses ? found : notFound()
  }

  async function judged(found: Found, form: Form<ClassSaid>): Promise<Form<ClassSaid>> {
    if (form.problems) return form
    const problem = classProblem(form.values, await mostOf(db, found.meeting, form.values.groupId))
    return problem ? withProblem(form, problem.field, problem.key, problem.values) : form
  }

  async function view(found: Found): Promise<ClassView> {
    const [groups, room, challenge] = await Promise.all([
      groupsOf(db, found.project),
      roomOf(db, found.meeting),
      challengeOf(found.meeting, now()),
    ])
    const empty = { ...room, taken: new Map() }
    const most = Math.max(0, ...groups.map(({ id }) => freeFor(empty, id)))
    return { ...found, groups, challenge, free: freeIn(room), most: Math.min(largestClass, most), doubts: [] }
  }
}

/** Whoever brings a class is of age; how old the pupils are is not asked. */
function classOf(said: ClassSaid) {
  const { name, email, groupId, locale, className, adults, understood } = said
  const { names: participants } = understood
  const who = { name, email, groupId, locale, ageBand: 'adult' as const }
  return { ...who, kind: 'class' as const, className, adults, seats: seatsOf(said), participants }
}
