import type { Locale } from '../../db/languages.ts'
import type { LetterText, Project } from '../../db/schema.ts'
import type { Preview } from '../../views/letter-texts/preview.ts'
import type { LetterCase, LetterKind } from '../../views/letters/catalogue.ts'
import { framed } from '../../views/letters/frame.ts'
import { type TextIn, textsIn } from '../../views/letters/texts-in.ts'
import { colourOf } from '../../views/page.ts'
import { type MessageKey, say } from '../../views/say.ts'
import { LetterFault } from './fault.ts'
import { type OwnTexts, voiceWith } from './voice.ts'

/** The texts that a kind of letter is made of, filled as in the example of that language. */
export function textsOf(kind: LetterKind, locale: Locale): TextIn[] {
  return textsIn(kind, say(locale))
}

/** Which other kinds say the texts of this one, by text. */
export function sharedTexts(kinds: readonly LetterKind[], own: LetterKind): ReadonlyMap<MessageKey, string[]> {
  const others = kinds
    .filter(({ kind }) => kind !== own.kind)
    .flatMap((other) => textsOf(other, 'lv').map(({ key }) => ({ key, kind: other.kind })))
  const keys = textsOf(own, 'lv').map(({ key }) => key)
  const shared = Map.groupBy(others, ({ key }) => key)
  return new Map(
    keys.flatMap((key) => {
      const kindsToo = shared.get(key)?.map(({ kind }) => kind)
      return kindsToo ? [[key, kindsToo]] : []
    }),
  )
}

/** The languages in which a project has put some of these texts otherwise. */
export function languagesOf(own: readonly LetterText[], texts: readonly TextIn[]): Locale[] {
  const changed = own.filter(({ key }) => texts.some((text) => text.key === key))
  return [...new Set(changed.map(({ locale }) => locale))].sort()
}

/** The invented letter as it would go out with these words. */
export function previewOf({ content }: LetterCase, project: Project, locale: Locale, own: OwnTexts): Preview {
  const voice = voiceWith(locale, own)
  try {
    return framed(voice, content(voice), colourOf(project))
  } catch (error) {
    if (error instanceof LetterFault) return { fault: error.message }
    throw error
  }
}
