import type { Licence, Material } from '../../db/schema.ts'

export const kinds: readonly Material['kind'][] = ['presentation', 'document', 'recording', 'press', 'evidence']

export const licences: readonly Licence[] = ['all-rights', 'cc-by', 'cc-by-sa', 'cc0']
