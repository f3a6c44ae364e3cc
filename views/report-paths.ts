import type { Locale } from '../db/languages.ts'

type Slugged = { slug: string }

/** The closing report: where it is written, and as it reads in one of the project's languages. */
export const reportPaths = {
  report: (project: Slugged) => `/organise/${project.slug}/report`,
  reportDo: (project: Slugged, deed: 'finish' | 'reopen') => `/organise/${project.slug}/report/${deed}`,
  reportRead: (project: Slugged, locale: Locale) => `/organise/${project.slug}/report/read?in=${locale}`,
  reportFile: (project: Slugged, locale: Locale) => `/organise/${project.slug}/report.docx?in=${locale}`,
} as const
