import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { peoplePage, type Sent } from '../../views/parties/people.ts'
import { paths } from '../../views/paths.ts'
import { type Form, type Problem, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { addPeople } from './add-people.ts'
import { changeAdults } from './change-adults.ts'
import { giveBack, removePerson } from './give-back.ts'
import { namePeople } from './name-people.ts'
import { ownParty, partyView } from './own-party.ts'
import type { Understood } from './pasted-names.ts'
import { additionForm, adultsForm, fewerForm, nameForm, namesForm } from './people-forms.ts'
import { renamePerson } from './rename-person.ts'

type Address = { Params: { token: string; participant: string } }

const people = '/mine/:token/people'

/** Who comes along with a registration, seen and changed by whoever holds its link. */
export function peopleOfPartyRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(people, { config: { access: 'link' } }, async (request, reply) => show(request, reply, null))

  app.post<Address>(`${people}/name`, { config: { access: 'link' } }, async (request, reply) => {
    const party = await ownParty(db, request.params.token, now())
    const form = readForm(namesForm, request.body)
    const again = form.values && unclear('name', 'names', form, form.values)
    if (again) return await show(request, reply, again)
    return await after(request, reply, 'name', form, ({ names }) => namePeople(db, party, names, now()))
  })

  app.post<Address>(`${people}/add`, { config: { access: 'link' } }, async (request, reply) => {
    const party = await ownParty(db, request.params.token, now())
    const form = readForm(additionForm, request.body)
    const again = form.values && unclear('add', 'newNames', form, form.values.understood)
    if (again) return await show(request, reply, again)
    return await after(request, reply, 'add', form, ({ understood: { names }, more, from }) =>
      addPeople(db, party, { names, more, from }, now()),
    )
  })

  app.post<Address>(`${people}/fewer`, { config: { access: 'link' } }, async (request, reply) => {
    const party = await ownParty(db, request.params.token, now())
    const form = readForm(fewerForm, request.body)
    return await after(request, reply, 'fewer', form, (fewer) => giveBack(db, party, fewer, now()))
  })

  app.post<Address>(`${people}/adults`, { config: { access: 'link' } }, async (request, reply) => {
    const party = await ownParty(db, request.params.token, now())
    const form = readForm(adultsForm, request.body)
    return await after(request, reply, 'adults', form, (adults) => changeAdults(db, party, adults, now()))
  })

  app.post<Address>(`${people}/:participant/rename`, { config: { access: 'link' } }, async (request, reply) => {
    const party = await ownParty(db, request.params.token, now())
    const { participant } = request.params
    const form = readForm(nameForm, request.body)
    return await after(request, reply, participant, form, (names) => renamePerson(db, party, participant, names, now()))
  })

  app.post<Address>(`${people}/:participant/remove`, { config: { access: 'link' } }, async (request, reply) => {
    await removePerson(db, await ownParty(db, request.params.token, now()), request.params.participant, now())
    return reply.done(paths.party(request.params.token))
  })

  async function show(request: FastifyRequest<Address>, reply: FastifyReply, sent: Sent | null) {
    const view = await partyView(db, await ownParty(db, request.params.token, now()), request.params.token, now())
    return reply.page(peoplePage(sayTo(request), view, sent))
  }

  /** Does it, and shows the form again with what speaks against it. */
  async function after<T>(
    request: FastifyRequest<Address>,
    reply: FastifyReply,
    name: string,
    form: Form<T>,
    act: (values: T) => Promise<Problem | null>,
  ) {
    const problem = form.problems ? null : await act(form.values)
    const { typed, problems } = problem ? withProblem(form, problem.field, problem.key, problem.values) : form
    if (problems) return await show(request, reply.code(422), { form: name, typed, problems, doubts: [] })
    return reply.done(paths.party(request.params.token))
  }
}

/** A list that somebody should look at again comes back as we understood it. */
function unclear(form: string, field: string, { typed }: Form<unknown>, { names, doubts }: Understood): Sent | null {
  if (doubts.length === 0) return null
  return { form, typed: { ...typed, [field]: names.join('\n'), read: 'yes' }, problems: null, doubts }
}
