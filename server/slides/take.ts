import { z } from 'zod'
import type { MessageKey } from '../../views/say.ts'
import { optionalLine } from '../fields.ts'
import type { Upload } from '../files/receive.ts'
import { type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import type { By, Where } from './add-slides.ts'
import { handIn } from './hand-in.ts'
import { mostMegabytes } from './intake.ts'

const fields = z.object({ replaces: optionalLine(60) })

/** Hands in what was uploaded for a slot; null when that is done, else what is wrong, beside the slot's own field. */
export async function takeUpload(
  { db, files, now }: House,
  where: Where,
  { body, file, tooBig }: Upload,
  by: By,
): Promise<Form<never> | null> {
  const { replaces } = readForm(fields, body).values ?? {}
  if (tooBig) return wrong(where, 'slides.problem-size')
  if (!file) return wrong(where, 'problem.required')
  const problem = await handIn(db, files, where, file, replaces || null, by, now())
  return problem ? wrong(where, problem) : null
}

function wrong({ slot }: Where, key: MessageKey): Form<never> {
  const field = `file.${slot.id}`
  return { typed: {}, problems: [{ field, key, values: { most: mostMegabytes } }], values: null }
}
