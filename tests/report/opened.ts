import mammoth from 'mammoth'

/** A report as a program reads it that knows nothing of the one that wrote it. */
export async function opened(buffer: Buffer) {
  const styleMap = ["p[style-name='Title'] => h1.title:fresh"]
  const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap })
  const alts = [...value.matchAll(/<img[^>]*alt="([^"]*)"/g)].map(([, alt]) => alt)
  const pictures = value.match(/<img /g)?.length ?? 0
  return { html: value.replaceAll(/src="data:[^"]*"/g, ''), alts, pictures, messages }
}
