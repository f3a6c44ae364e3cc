import { stat } from 'node:fs/promises'
import type { Organiser } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { cleanName } from '../files/clean-name.ts'
import { inspect } from '../files/inspect.ts'
import { documents } from '../files/kinds.ts'
import type { Received, Upload } from '../files/receive.ts'
import { redrawFile } from '../files/redraw-file.ts'
import { discard } from '../files/store.ts'
import { type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { addMaterial, type What } from './add-material.ts'
import { type NewMaterialInput, newMaterialForm } from './forms.ts'
import { mostMegabytes } from './intake.ts'
import { materialWithPlace, type Place } from './queries.ts'
import { materialId, materialKey } from './store.ts'

/** Adds what was sent, a file or a link; null when that is done, else the form with what is wrong. */
export async function takeMaterial(
  house: House,
  place: Place,
  slotIds: readonly string[],
  { body, file, tooBig }: Upload,
  by: Organiser,
): Promise<Form<NewMaterialInput> | null> {
  const form = readForm(newMaterialForm(place.project), body)
  if (tooBig) return withProblem(form, 'file', 'slides.problem-size', { most: mostMegabytes })
  if (form.problems) return form
  const { url, ...about } = form.values
  if (about.slot && !slotIds.includes(about.slot)) return withProblem(form, 'slot', 'problem.choice')
  if (!file === (url === '')) return withProblem(form, 'file', 'materials.problem-one')
  if (!file) {
    await addMaterial(house.db, place, { id: materialId(place, url), url }, about, by, house.now())
    return null
  }
  const problem = await keep(house, place, file, (what) => addMaterial(house.db, place, what, about, by, house.now()))
  return problem ? withProblem(form, 'file', problem) : null
}

/** Puts the file in its place, and takes it away again if its row is refused. */
async function keep(
  { db, files }: House,
  place: Place,
  { path, name, hash }: Received,
  add: (what: What) => Promise<void>,
): Promise<MessageKey | null> {
  const { type, problem } = await inspect(path, documents)
  if (problem) return problem === 'slides.problem-kind' ? 'materials.problem-kind' : problem
  if (type === 'webp' && !(await redrawFile(path))) return 'slides.problem-picture'
  const id = materialId(place, hash)
  const { size } = await stat(path)
  await files.put(path, materialKey({ id }))
  try {
    await add({ id, type, name: cleanName(name, type, 'file'), bytes: size })
  } catch (refused) {
    if (!(await materialWithPlace(db, id))) await discard(files, materialKey({ id }))
    throw refused
  }
  return null
}
