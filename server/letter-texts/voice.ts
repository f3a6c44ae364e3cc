import { IntlMessageFormat } from 'intl-messageformat'
import { and, eq, given } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Letter } from '../../db/schema.ts'
import { letterTexts } from '../../db/schema.ts'
import { type MessageKey, type MessageValues, type Say, say, usualMessage } from '../../views/say.ts'
import { branchesOf } from './branched.ts'
import { LetterFault } from './fault.ts'
import { objectionTo, rulesOf } from './rules.ts'

/** Organisers' words by the key of the message in whose place they stand. */
export type OwnTexts = ReadonlyMap<string, string>

/** Says what a letter says in its language, and in its project's words where organisers chose their own. */
export async function letterVoice(db: Reads, letter: Pick<Letter, 'projectId' | 'locale'>): Promise<Say> {
  const { projectId, locale } = letter
  const rows = projectId ? await prepared(db, own).execute({ project: projectId, locale }) : []
  return voiceWith(locale, new Map(rows.map(({ key, text }) => [key, text])))
}

/** The voice of a project with these texts of its own. */
export function voiceWith(locale: Locale, texts: OwnTexts): Say {
  const usual = say(locale)
  const spoken = (key: MessageKey, values?: MessageValues) => {
    const text = texts.get(key)
    try {
      return text === undefined ? usual(key, values) : String(messageIn(locale, key, text).format(values))
    } catch (error) {
      throw error instanceof LetterFault ? error : new LetterFault(key, 'letter-texts.fault.unfilled')
    }
  }
  return Object.assign(spoken, { locale })
}

/** The catalogue may have changed since the words were kept: they are held against it whenever they are used. */
function messageIn(locale: Locale, key: MessageKey, text: string): IntlMessageFormat {
  const usual = branchesOf(usualMessage(locale, key))
  const { by, texts } = partsOf(key, text)
  if (by !== null && by !== usual.by) throw new LetterFault(key, 'letter-texts.fault.branches')
  const rules = rulesOf(key, usual)
  for (const branch of Object.values(texts)) {
    const objection = objectionTo(branch, rules)
    if (objection)
      throw new LetterFault(key, objection.key, String(objection.values.name ?? objection.values.max ?? ''))
  }
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
}

function partsOf(key: MessageKey, text: string) {
  try {
    return branchesOf(text)
  } catch {
    throw new LetterFault(key, 'letter-texts.fault.unreadable')
  }
}

const own = (db: Reads) =>
  db
    .select({ key: letterTexts.key, text: letterTexts.text })
    .from(letterTexts)
    .where(and(eq(letterTexts.projectId, given('project')), eq(letterTexts.locale, given('locale'))))
