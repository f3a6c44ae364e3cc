import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { type Framed, framed, type LetterContent } from '../../views/letters/frame.ts'
import type { Colour } from '../../views/page.ts'
import type { Say } from '../../views/say.ts'
import { LetterFault } from '../letter-texts/fault.ts'
import { letterVoice } from '../letter-texts/voice.ts'

type Worded = Pick<Letter, 'projectId' | 'locale' | 'words'>

/**
 * A letter in its language and its project's words; its subject and lead in those of the organiser who put this one
 * letter otherwise. Throws a `LetterFault` rather than let it go with an error in it.
 */
export async function worded(
  db: Reads,
  letter: Worded,
  content: (voice: Say) => LetterContent,
  colour?: Colour,
): Promise<Framed> {
  const voice = await letterVoice(db, letter)
  return faultless(() => framed(voice, complete({ ...content(voice), ...ownWords(letter) }), colour))
}

function ownWords({ words }: Worded): Partial<LetterContent> {
  if (!words) return {}
  for (const part of ['subject', 'lead'] as const) {
    const [unfilled] = words[part].match(/\{\w+\}/) ?? []
    if (unfilled) throw new LetterFault(part, 'letter-texts.problem.unknown', unfilled)
  }
  return { subject: words.subject, lead: words.lead }
}

function complete(content: LetterContent): LetterContent {
  for (const part of ['subject', 'lead'] as const) {
    if (content[part].trim() === '') throw new LetterFault(part, 'letter-texts.problem.empty')
  }
  return content
}

/** Everything needed has been read by now: whatever goes wrong here goes wrong again at every attempt. */
function faultless<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    throw error instanceof LetterFault ? error : new LetterFault('letter', 'letter-texts.fault.unfilled')
  }
}
