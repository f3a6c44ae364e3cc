import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** Large, and wanted once in a project's life: read when a report is. */
export const loadDocx = (): typeof import('docx') => load('docx')
