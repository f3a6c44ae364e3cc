import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sheetsPage } from '../../views/parties/sheets.ts'
import { paths } from '../../views/paths.ts'
import { currentText } from '../consents/queries.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { ownParty, partyView } from './own-party.ts'
import { papersOf, recordPapers } from './papers.ts'
import { papersForm, typedPapers } from './papers-form.ts'

type Address = { Params: { token: string }; Querystring: { as?: string; saved?: string } }

const sheets = '/mine/:token/people/sheets'

/** Consent sheets of a class: printed, signed at home, and written down here when they come back. */
export function sheetsRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(sheets, { config: { access: 'link' } }, async (request, reply) => {
    const held = await classWithPhotos(request)
    const { project, meeting, registration } = held
    const [view, text, papers] = await Promise.all([
      partyView(db, held, request.params.token, now()),
      currentText(db, project),
      papersOf(db, project, meeting.photoChannels, registration),
    ])
    const as = request.query.as === 'each' ? 'each' : 'class'
    const saved = request.query.saved === 'yes'
    return reply.page(sheetsPage(sayTo(request), { ...view, text, as, saved }, blankForm(typedPapers(papers))))
  })

  app.post<Address>(sheets, { config: { access: 'link' } }, async (request, reply) => {
    const held = await classWithPhotos(request)
    const said = readForm(papersForm(held.meeting.photoChannels), request.body).values ?? notFound()
    await recordPapers(db, held, said, sayTo(request).locale, now())
    return reply.done(`${paths.sheets(request.params.token)}?saved=yes`)
  })

  async function classWithPhotos(request: FastifyRequest<Address>) {
    const held = await ownParty(db, request.params.token, now())
    const { meeting, registration } = held
    return registration.kind === 'class' && meeting.photoChannels.length > 0 ? held : notFound()
  }
}
