import type { Locale, Localised } from '../../db/languages.ts'
import type { Colour } from '../../views/page.ts'

/** What organisers say about a project. */
export type ProjectInput = {
  slug: string
  title: Localised
  aim: Localised
  programme: Localised
  funder: Localised
  disclaimer: Localised
  number: string
  colour: Colour
  /** The first one leads: what is missing in another is shown in it. */
  locales: Locale[]
  zone: string
  startsOn: string | null
  endsOn: string | null
  contactEmail: string
  /** Below it a guardian agrees to the taking part; below the next, to photos. */
  childAge?: number
  adultAge?: number
  example?: boolean
}
