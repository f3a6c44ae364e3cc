import { contentTypes, type Parts, zip } from '../slides/papers.ts'

const kinds = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
} as const

/** As small as they can be, each true to its format. */
export async function office(type: keyof typeof kinds, more: Parts = {}): Promise<Buffer> {
  const [kind, part] = kinds[type]
  const types = contentTypes(`application/vnd.openxmlformats-officedocument.${kind}.main+xml`, `/${part}`)
  return await zip({ '[Content_Types].xml': types, [part]: '<x/>', ...more })
}

export async function openDocument(kind: 'text' | 'spreadsheet', more: Parts = {}): Promise<Buffer> {
  return await zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>', ...more })
}
