import type { Material, Slides } from '../../db/schema.ts'

/** Every kind of file that can be told by its content; who takes which is theirs to say. */
export type FileType = NonNullable<Material['type']>

export const presentations: readonly Slides['type'][] = ['pdf', 'pptx', 'odp', 'webp']
export const documents: readonly FileType[] = [...presentations, 'docx', 'odt', 'xlsx', 'ods']
