import type { Locale, Localised } from '../../db/languages.ts'
import type { Speaker } from '../../db/schema.ts'

/** What speakers say about themselves. */
export type OwnProfile = {
  name: string
  locale: Locale | null
  bio: Localised
  links: Speaker['links']
  languages: string[]
}

/** And what organisers know beside it. */
export type Profile = OwnProfile & Pick<Speaker, 'kind' | 'email' | 'minor'>
