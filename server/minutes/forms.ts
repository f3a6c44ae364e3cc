import { z } from 'zod'
import type { Project } from '../../db/schema.ts'
import { localisedText, wholeNumber } from '../fields.ts'

const longest = 20_000

export function minutesForm({ locales }: Pick<Project, 'locales'>) {
  return z.object({ text: localisedText(locales, longest, true), basedOn: wholeNumber(0, 1_000_000) })
}

/** Which version is approved or restored. */
export const versionForm = z.object({ number: wholeNumber(1, 1_000_000) })
