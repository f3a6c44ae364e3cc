import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changesPage } from '../../views/agenda/changes.ts'
import { agendaPage } from '../../views/agenda/page.ts'
import { paths } from '../../views/paths.ts'
import { optionalLine, wholeNumber } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { affected } from './affected.ts'
import { boardOf } from './board.ts'
import { compare } from './compare.ts'
import { draftAgenda, lastStep, releasedAgenda } from './queries.ts'
import { planned } from './release.ts'
import { releaseAgenda } from './release-agenda.ts'

type Address = { Params: { project: string; meeting: string } }

const agenda = '/organise/:project/:meeting/agenda'
const most = 2_147_483_647
const releaseForm = z.object({ name: optionalLine(80), step: wholeNumber(0, most), version: wholeNumber(0, most) })

/** Where organisers look at what the public has not been told yet, and tell it. */
export function releaseRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(`${agenda}/changes`, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(changesPage(sayTo(request), await difference(request), blankForm()))
  })

  app.post<Address>(`${agenda}/release`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const say = sayTo(request)
    const form = readForm(releaseForm, request.body)
    if (form.problems) return reply.code(422).page(changesPage(say, await difference(request), form))
    const { name, ...seen } = form.values
    const released = await releaseAgenda(db, project, meeting, by, now(), { name, seen })
    if (released === 'moved') return reply.code(409).page(changesPage(say, await difference(request, true), form))
    const view = {
      project,
      meeting,
      board: await boardOf(db, project, meeting, by, now()),
      open: {},
      said: say('agenda.said.released'),
    }
    return reply.done(paths.agenda(project, meeting), agendaPage(say, view))
  })

  async function difference(request: FastifyRequest<Address>, moved = false) {
    const { project, meeting } = await ownMeeting(db, request)
    const released = await releasedAgenda(db, meeting)
    const seen = { step: await lastStep(db, meeting), version: released?.version ?? 0 }
    const changes = compare(released?.slots ?? [], planned(await draftAgenda(db, meeting)))
    const told = await affected(db, meeting, { released, changes })
    return { project, meeting, released, seen, changes, moved, affected: told }
  }
}
