import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { locales } from '../../db/languages.ts'
import { historyPage } from '../../views/organisers/history.ts'
import { homePage } from '../../views/organisers/home.ts'
import { profilePage } from '../../views/organisers/profile.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { choice, line } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { historyOf } from './past-deeds.ts'
import { editProfile } from './profile.ts'
import { undertakings } from './undertakings.ts'

const profile = z.object({ name: line(100), locale: choice(locales) })

const entriesPerPage = 50
const entryId = z.uuid().catch('')

export function organiserRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise', { config: { access: 'signed-in' } }, async (request, reply) => {
    const organiser = organiserOf(request)
    return reply.page(homePage(sayTo(request), organiser, await undertakings(db, organiser, now())))
  })

  app.get('/organise/me', { config: { access: 'signed-in' } }, async (request, reply) => {
    const { name, locale, email } = organiserOf(request)
    return reply.page(profilePage(sayTo(request), email, blankForm({ name, locale })))
  })

  app.post('/organise/me', { config: { access: 'signed-in' } }, async (request, reply) => {
    const organiser = organiserOf(request)
    const form = readForm(profile, request.body)
    if (form.problems) return reply.code(422).page(profilePage(sayTo(request), organiser.email, form))
    await editProfile(db, organiser, form.values)
    return reply.done(paths.organise)
  })

  type Paged = { Querystring: { before?: unknown } }
  app.get<Paged>('/organise/:project/history', { config: { access: 'owner' } }, async (request, reply) => {
    const project = projectOf(request)
    const entries = await historyOf(db, project, {
      before: entryId.parse(request.query.before),
      most: entriesPerPage + 1,
    })
    return reply.page(
      historyPage(sayTo(request), project, entries.slice(0, entriesPerPage), entries.length > entriesPerPage),
    )
  })
}
