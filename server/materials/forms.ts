import { z } from 'zod'
import type { Material, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choice, neededText, optionalLine, webAddress } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'
import { kinds, licences } from './kinds.ts'

const problem = (key: MessageKey): MessageKey => key

/** What is said of a material; `slot` is the id of one of the meeting's, or empty. */
function about(project: Pick<Project, 'locales'>) {
  return {
    title: neededText(project.locales, 200),
    kind: choice(kinds),
    licence: choice(licences),
    credit: optionalLine(200),
    slot: optionalLine(60),
  }
}

export function materialForm(project: Pick<Project, 'locales'>) {
  return z.object(about(project))
}

/** The same, with the address of a link where no file is sent. */
export function newMaterialForm(project: Pick<Project, 'locales'>) {
  const url = webAddress().refine((text) => !/^http:/i.test(text), problem('materials.problem-https'))
  return z.object({ ...about(project), url })
}

export type MaterialInput = z.output<ReturnType<typeof materialForm>>
export type NewMaterialInput = z.output<ReturnType<typeof newMaterialForm>>

export function typedMaterial({ title, kind, licence, credit, slotId }: Material): Typed {
  return { ...typedText('title', title), kind, licence, credit, slot: slotId ?? '' }
}
