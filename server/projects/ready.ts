import type { Localised } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { Refusal } from '../refusal.ts'

const neededToPublish = ['title', 'aim', 'contactEmail', 'disclaimer'] as const
export type Missing = (typeof neededToPublish)[number]

type Told = Pick<Project, Missing | 'funder'>

/** What the public must be told and is not yet. Who names a funder also shows the sentence that funder asks for. */
export function missingIn(project: Told): Missing[] {
  const told: Record<Missing, boolean> = {
    title: isSaid(project.title),
    aim: isSaid(project.aim),
    contactEmail: project.contactEmail !== '',
    disclaimer: isSaid(project.disclaimer) || !isSaid(project.funder),
  }
  return neededToPublish.filter((field) => !told[field])
}

export function refuseUnready(project: Told): void {
  const missing = missingIn(project)
  if (missing.length === 0) return
  const values = neededToPublish.map((field) => [field, missing.includes(field) ? 'missing' : 'there'])
  throw new Refusal('project.unready', Object.fromEntries(values))
}

function isSaid(text: Localised): boolean {
  return Object.values(text).some((words) => words !== '')
}
