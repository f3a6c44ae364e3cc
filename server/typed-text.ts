import type { Localised } from '../db/languages.ts'
import type { Typed } from './forms.ts'

/** A text as it would have been typed into its fields, one per language. */
export function typedText(name: string, text: Localised): Typed {
  return Object.fromEntries(Object.entries(text).map(([locale, words]) => [`${name}.${locale}`, words]))
}
