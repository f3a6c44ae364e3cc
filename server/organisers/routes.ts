import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { locales } from '../../db/languages.ts'
import { historyPage } from '../../views/organisers/history.ts'
import { homePage } from '../../views/organisers/home.ts'
import { profilePage } from '../../views/organisers/profile.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { lacksBackup } from '../backups/last.ts'
import { choice, line } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { deedKinds } from './deed-kinds.ts'
import { actorsOf, historyOf } from './past-deeds.ts'
import { editProfile } from './profile.ts'
import { undertakings } from './undertakings.ts'

const profile = z.object({ name: line(100), locale: choice(locales) })

const entriesPerPage = 50
const id = z.uuid()
/** What an address asks for that makes no sense asks for nothing. */
const lookedFor = z.object({
  by: z
    .union([id, z.literal('nobody')])
    .nullable()
    .catch(null)
    .default(null),
  meeting: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable()
    .catch(null)
    .default(null),
  kind: z.enum(deedKinds).nullable().catch(null).default(null),
  before: id.catch(''),
})

export function organiserRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get('/organise', { config: { access: 'signed-in' } }, async (request, reply) => {
    const organiser = organiserOf(request)
    const isBackupOverdue = await lacksBackup(config, now())
    const home = { organiser, undertakings: await undertakings(db, organiser, now()), isBackupOverdue }
    return reply.page(homePage(sayTo(request), home))
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

  app.get('/organise/:project/history', { config: { access: 'owner' } }, async (request, reply) => {
    const project = projectOf(request)
    const { before, ...look } = lookedFor.parse(request.query)
    const found = await historyOf(db, project, look, { before, most: entriesPerPage + 1 })
    const view = {
      ...{
        project,
        look,
        kinds: deedKinds,
        actors: await actorsOf(db, project),
        meetings: await meetingsOf(db, project),
      },
      entries: found.slice(0, entriesPerPage),
      more: found.length > entriesPerPage,
    }
    return reply.page(historyPage(sayTo(request), view))
  })
}
