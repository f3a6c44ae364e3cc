import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

export type Read = { type: string | undefined; value: string; style: string | undefined }

/** The cells of a workbook's first sheet (ECMA-376 part 1, 18.3), read by other means than they were written with. */
export async function cellsIn(file: Buffer): Promise<Read[][]> {
  const parts = await partsOf(file)
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(
    ([, text]) => unescaped(text ?? ''),
  )
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  if (/<f[ >/]/.test(sheet)) throw new Error('a formula')
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<c ([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g)].map(([, attributes = '', value = '']) => {
      const type = / t="(\w+)"/.exec(` ${attributes}`)?.[1]
      const style = / s="(\w+)"/.exec(` ${attributes}`)?.[1]
      return { type, style, value: type === 's' ? (strings[Number(value)] ?? 'no such string') : value }
    }),
  )
}

/** Every file in an archive, as text. */
export async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(file)
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  }
  return parts
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
