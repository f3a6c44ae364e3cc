import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { ZipFile } from 'yazl'

/** Presentations as small as they can be, each true to its format. */
export function pdf(text = 'Our story'): Buffer {
  const body = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Title (${text}) >>\nendobj\n`
  const table = 'xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n'
  return Buffer.from(`${body}${table}trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`)
}

const mainType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'

export function contentTypes(type = mainType, part = '/ppt/presentation.xml'): string {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`
}

export async function pptx(more: Parts = {}): Promise<Buffer> {
  return await zip({ '[Content_Types].xml': contentTypes(), 'ppt/presentation.xml': '<p:presentation/>', ...more })
}

export const odpType = 'application/vnd.oasis.opendocument.presentation'

export async function odp(more: Parts = {}, type = odpType): Promise<Buffer> {
  return await zip({ mimetype: type, 'content.xml': '<office:document-content/>', ...more })
}

export type Parts = Record<string, string | Buffer>

/** In the order given; what is called `mimetype` is stored as it is. */
export async function zip(parts: Parts): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' })
  file.end()
  return await buffer(file.outputStream)
}

export async function photo(format: 'png' | 'jpeg' | 'webp' = 'jpeg', width = 400): Promise<Buffer> {
  const exif = { IFD0: { Artist: 'Secret Place' }, IFD3: { GPSLatitude: '55/1 52/1 0/1' } }
  return await sharp({ create: { width, height: 300, channels: 3, background: '#ff6a2b' } })
    .withExif(exif)
    .toFormat(format)
    .toBuffer()
}
