import { locales } from '../../db/languages.ts'
import { languageNames } from '../when.ts'
import type { Option } from './fields.ts'

/** The languages to choose from, each by its own name. */
export const languageOptions: Option[] = locales.map((value) => ({ value, label: languageNames[value] }))
