import { withoutPictures } from './without-pictures.ts'
import type { Written } from './written.ts'

/** Links that let in whoever has them, of 256 bits each (`newToken`), and the code shown at the door, of 128. */
const secret = /\/(?:(mine|child|guardian|speaker|story|unsubscribe)\/[\w-]{43}|(door)\/[0-9a-f]{32})(?![\w-])/g

/**
 * A letter as others than its reader may see it: whoever holds one of its links sees all that its reader is asked and has
 * answered, and answers for them.
 */
export function withoutSecrets(written: Written): Written {
  const { text, html, calendar, files = [] } = written
  return {
    ...{ ...written, text: cut(text), html: cut(withoutPictures(html)) },
    ...(calendar ? { calendar: { ...calendar, content: unaddressed(calendar.content) } } : {}),
    files: files.map((file) => ({ ...file, content: unaddressed(file.content) })),
    pictures: [],
  }
}

/** The address to which one calendar answers (`newReplyToken`), which a line may be folded in. */
function unaddressed(content: string): string {
  return content.replaceAll(/\+(?:[0-9a-f](?:\r\n )?){32}@/g, '+…@')
}

function cut(text: string): string {
  return text.replaceAll(secret, '/$1$2/…')
}
