import type { Locale } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'

const texts = ['title', 'summary', 'description', 'placeName', 'accessNotes'] as const

/** The project's languages in which a text is missing that the meeting has in another. */
export function untranslated(project: Project, meeting: Meeting): Locale[] {
  const written = texts.map((name) => meeting[name]).filter((text) => Object.keys(text).length > 0)
  return project.locales.filter((locale) => written.some((text) => !text[locale]))
}
