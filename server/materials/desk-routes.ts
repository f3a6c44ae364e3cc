import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { materialsDeskPage } from '../../views/materials/desk.ts'
import { materialPage } from '../../views/materials/edit.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { type Upload, withUpload } from '../files/receive.ts'
import { answerAgain, whileAway } from '../files/while-away.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import {
  editMaterial,
  moveMaterial,
  publishAllMaterials,
  publishMaterial,
  removeMaterial,
  unpublishMaterial,
} from './change-material.ts'
import { materialsDesk } from './desk.ts'
import { materialForm, newMaterialForm, typedMaterial } from './forms.ts'
import { intake, materialLimits } from './intake.ts'
import { takeMaterial } from './take-material.ts'

type Address = { Params: { meeting?: string } }
type OneAddress = { Params: { meeting?: string; material?: string; common?: string } }

const access = { config: { access: 'organiser' } } as const

/** Where organisers keep what remains of a meeting, or of the project as a whole. */
export function materialsDeskRoutes(app: FastifyInstance, house: House): void {
  for (const [desk, one] of [
    ['/organise/:project/materials', ':common'],
    ['/organise/:project/:meeting/materials', ':material'],
  ] as const) {
    deskRoutes(app, house, desk)
    deedRoutes(app, house, `${desk}/${one}`)
    oneRoutes(app, house, `${desk}/${one}`)
    app.register(async (uploads) => {
      await uploads.register(multipart, { limits: materialLimits, throwFileSizeLimit: false })
      uploadRoute(uploads, house, desk)
    })
  }
}

function deskRoutes(app: FastifyInstance, house: House, desk: string): void {
  const { db, now } = house

  app.get<Address>(desk, access, async (request, reply) => {
    const { place } = await placeOf(house, request)
    return reply.page(materialsDeskPage(sayTo(request), await materialsDesk(db, place)))
  })

  app.post<Address>(`${desk}/publish`, access, async (request, reply) => {
    const { place, by } = await placeOf(house, request)
    await publishAllMaterials(db, place, by, now())
    return reply.done(paths.materialsDesk(place))
  })
}

function deedRoutes(app: FastifyInstance, house: House, one: string): void {
  const { db, files, now } = house

  for (const [deed, act] of [
    ['publish', publishMaterial],
    ['unpublish', unpublishMaterial],
  ] as const)
    app.post<OneAddress>(`${one}/${deed}`, access, async (request, reply) => {
      const { place, by } = await placeOf(house, request)
      await act(db, place, idIn(request), by, now())
      return reply.done(paths.materialsDesk(place))
    })

  for (const to of ['up', 'down'] as const)
    app.post<OneAddress>(`${one}/${to}`, access, async (request, reply) => {
      const { place } = await placeOf(house, request)
      await moveMaterial(db, place, idIn(request), to)
      return reply.done(paths.materialsDesk(place))
    })

  app.post<OneAddress>(`${one}/remove`, access, async (request, reply) => {
    const { place, by } = await placeOf(house, request)
    await removeMaterial(db, files, place, idIn(request), by, now())
    return reply.done(paths.materialsDesk(place))
  })
}

function oneRoutes(app: FastifyInstance, house: House, one: string): void {
  const { db, now } = house

  app.get<OneAddress>(one, access, async (request, reply) => {
    const { view, material } = await oneOf(house, request)
    return reply.page(materialPage(sayTo(request), view, material, blankForm(typedMaterial(material))))
  })

  app.post<OneAddress>(one, access, async (request, reply) => {
    const { view, material, by } = await oneOf(house, request)
    const read = readForm(materialForm(view.project), request.body)
    const isOurs = !read.values?.slot || read.values.slot === material.slotId || isSlot(view.slots, read.values.slot)
    const form = isOurs ? read : withProblem(read, 'slot', 'problem.choice')
    if (form.problems) return reply.code(422).page(materialPage(sayTo(request), view, material, form))
    await editMaterial(db, view, material, form.values, by, now())
    return reply.done(paths.materialsDesk(view))
  })
}

function uploadRoute(app: FastifyInstance, house: House, desk: string): void {
  app.post<Address>(desk, access, async (request, reply) => {
    const { place, by } = await placeOf(house, request)
    const view = await materialsDesk(house.db, place)
    const ids = view.slots.map(({ id }) => id)
    const take = (upload: Upload) =>
      takeMaterial(house, place, ids, upload, by).catch((error) =>
        whileAway(error, request, readForm(newMaterialForm(view.project), upload.body), 'file'),
      )
    const form = await withUpload(request, intake(house.files, by.id), take)
    if (!form) return reply.done(paths.materialsDesk(place))
    return answerAgain(reply, form).page(materialsDeskPage(sayTo(request), view, form))
  })
}

function idIn({ params }: FastifyRequest<OneAddress>): { id: string } {
  return { id: params.material ?? params.common ?? '' }
}

function isSlot(slots: readonly { id: string }[], id: string): boolean {
  return slots.some((one) => one.id === id)
}

async function oneOf(house: House, request: FastifyRequest<OneAddress>) {
  const { place, by } = await placeOf(house, request)
  const view = await materialsDesk(house.db, place)
  return { view, by, material: view.materials.find(({ id }) => id === idIn(request).id) ?? notFound() }
}

async function placeOf({ db }: House, request: FastifyRequest<Address>) {
  const [project, by] = [projectOf(request), organiserOf(request)]
  const { meeting: slug } = request.params
  const meeting = slug === undefined ? null : ((await meetingOf(db, project, slug)) ?? notFound())
  return { place: { project, meeting }, by }
}
