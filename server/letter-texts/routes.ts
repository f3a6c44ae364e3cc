import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isLocale, type Locale, locales } from '../../db/languages.ts'
import { letterKindsPage } from '../../views/letter-texts/list.ts'
import { type LetterKindView, letterKindPage } from '../../views/letter-texts/page.ts'
import type { Preview } from '../../views/letter-texts/preview.ts'
import { type LetterKind, letterKinds } from '../../views/letters/catalogue.ts'
import { paths } from '../../views/paths.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import { type Problem, readForm, type Typed } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { allowFrames, sendFramed } from '../mail/framed.ts'
import { notFound } from '../refusal.ts'
import { changeTexts } from './change-texts.ts'
import { languagesOf, previewOf, sharedTexts, textsOf } from './letters.ts'
import { ownTextsOf } from './queries.ts'
import { filled } from './text-fields.ts'
import type { OwnTexts } from './voice.ts'

type Address = { Params: { kind: string }; Querystring: { in?: unknown; case?: unknown } }
type Request = FastifyRequest<Address>
type Sent = { typed: Typed; problems: Problem[] } | null

const list = '/organise/:project/letters/texts'
const one = `${list}/:kind`

const looks = { config: { access: 'meeting-organiser' } } as const
const edits = { config: { access: 'organiser' } } as const

/** The catalogue of every letter: how it reads, and its words, which a project may put otherwise. */
export function letterTextRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get(list, looks, async (request, reply) => {
    const project = projectOf(request)
    const own = await ownTextsOf(db, project)
    const kinds = kindsOf(request).map((kind) => ({ ...kind, changedIn: languagesOf(own, textsOf(kind, 'lv')) }))
    return reply.page(letterKindsPage(sayTo(request), { project, kinds }))
  })

  app.get<Address>(one, looks, async (request, reply) => show(request, reply, await asked(request)))

  app.post<Address>(one, edits, async (request, reply) => {
    const { view, texts } = await submitted(request)
    const { project, kind, locale, shown } = view
    if (view.form.problems) return show(request, reply.code(422), view)
    await changeTexts(db, project, { kind: kind.kind, locale }, texts, organiserOf(request), now())
    return reply.done(paths.letterKind(project, kind.kind, { in: locale, case: shown.name }))
  })

  app.post<Address>(`${one}/usual`, edits, async (request, reply) => {
    const { project, kind, locale, texts } = (await submitted(request)).view
    const usual = new Map(texts.map(({ key }) => [key, null]))
    await changeTexts(db, project, { kind: kind.kind, locale }, usual, organiserOf(request), now())
    return reply.done(paths.letterKind(project, kind.kind, { in: locale }))
  })

  app.post<Address>(`${one}/preview`, edits, async (request, reply) => {
    return show(request, reply, (await submitted(request)).view)
  })

  app.get<Address>(`${one}/html`, looks, async (request, reply) => sendLetter(reply, (await asked(request)).preview))

  app.post<Address>(`${one}/html`, edits, async (request, reply) => {
    return sendLetter(reply, (await submitted(request)).view.preview)
  })

  function kindsOf(request: FastifyRequest): LetterKind[] {
    return letterKinds({ project: projectOf(request), publicUrl: config.publicUrl, now: now() })
  }

  async function asked(request: Request): Promise<LetterKindView> {
    const { query } = request
    const locale = isLocale(query.in) ? query.in : (projectOf(request).locales[0] ?? 'lv')
    return (await viewOf(request, locale, query.case, null)).view
  }

  async function submitted(request: Request) {
    const { typed, problems } = readForm(z.looseObject({}), request.body)
    const locale = locales.find((known) => known === typed.in) ?? notFound()
    return await viewOf(request, locale, typed.case, { typed, problems: problems ?? [] })
  }

  async function viewOf(request: Request, locale: Locale, name: unknown, sent: Sent) {
    const [project, kinds] = [projectOf(request), kindsOf(request)]
    const kind = kinds.find((known) => known.kind === request.params.kind) ?? notFound()
    const shown = kind.cases.find((known) => known.name === name) ?? kind.cases[0] ?? notFound()
    const [all, texts] = [await ownTextsOf(db, project), textsOf(kind, locale)]
    const own = new Map(all.filter((text) => text.locale === locale).map(({ key, text }) => [key, text]))
    const keys = texts.map(({ key }) => key)
    const { fields, form, changes } = filled(locale, keys, own, sent)
    const view: LetterKindView = {
      ...{ project, kind, locale, shown, texts, fields, alsoIn: sharedTexts(kinds, kind) },
      form: { ...form, typed: { ...form.typed, case: shown.name } },
      preview: previewOf(shown, project, locale, sent ? changed(own, changes) : own),
      changedIn: languagesOf(all, texts),
      mayEdit: mayOf(request)('organiser'),
    }
    return { view, texts: changes }
  }

  function show(request: Request, reply: FastifyReply, view: LetterKindView) {
    allowFrames(reply)
    return reply.page(letterKindPage(sayTo(request), view))
  }
}

function changed(own: OwnTexts, changes: ReadonlyMap<string, string | null>): OwnTexts {
  const texts = [...new Map([...own, ...changes])].flatMap(([key, text]): [string, string][] =>
    text === null ? [] : [[key, text]],
  )
  return new Map(texts)
}

function sendLetter(reply: FastifyReply, preview: Preview) {
  if ('fault' in preview) return notFound()
  return sendFramed(reply, preview.html)
}
