import { z } from 'zod'
import type { MessageKey } from '../../views/say.ts'
import { line } from '../fields.ts'

const phone = line(40).refine((text) => (text.match(/\d/g) ?? []).length >= 5, 'emergency.problem' satisfies MessageKey)

/** Whom to call if something happens to whoever signs up: kept as one line, to be read and dialled. */
export function emergencyForm() {
  return z
    .object({ emergencyName: line(100), emergencyPhone: phone })
    .transform(({ emergencyName, emergencyPhone }) => ({ emergencyContact: `${emergencyName}, ${emergencyPhone}` }))
}
