import type { Locale } from '../../db/languages.ts'
import { type MessageKey, usualMessage } from '../../views/say.ts'
import type { Problem, Typed } from '../forms.ts'
import { type Branched, branchesOf, messageOf, numbersIn } from './branched.ts'
import { objectionTo, type Rules, rulesOf } from './rules.ts'
import type { OwnTexts } from './voice.ts'

/** One branch of a text, as it is shown in a field. */
export type TextField = {
  name: string
  key: MessageKey
  by: string | null
  branch: string
  /** The numbers that the branch is for, where it is for some. */
  numbers: number[]
  usual: string
  now: string
  rules: Rules
}

/** The fields in which these texts are written in one language; no field for what only fractions would bring up. */
function textFields(locale: Locale, keys: readonly MessageKey[], own: OwnTexts): TextField[] {
  return keys.flatMap((key) => {
    const usual = branchesOf(usualMessage(locale, key))
    const now = ownBranches(own.get(key), usual)
    const rules = rulesOf(key, usual)
    return shownBranches(locale, usual).map((branch) => ({
      ...{ key, by: usual.by, branch, rules, name: branch ? `${key}.${branch}` : key },
      ...{ numbers: usual.kind === 'plural' ? numbersIn(locale, branch) : [], usual: usual.texts[branch] ?? '' },
      now: now[branch] ?? usual.texts[branch] ?? '',
    }))
  })
}

/** The fields with what was typed, if something was; what is wrong with it, and what would be kept. */
export function filled(locale: Locale, keys: readonly MessageKey[], own: OwnTexts, sent: Sent) {
  const fields = textFields(locale, keys, own)
  const typed = { ...Object.fromEntries(fields.map(({ name, now }) => [name, now])), ...sent?.typed }
  const { texts, problems } = readTexts(locale, fields, typed)
  const unfit = sent?.problems.filter(({ field }) => fields.some(({ name }) => name === field)) ?? []
  const all = [...unfit, ...problems.filter(({ field }) => !unfit.some((one) => one.field === field))]
  const wrong = all.map(({ field }) => fields.find(({ name }) => name === field)?.key)
  const changes = new Map([...texts].filter(([key]) => !wrong.includes(key)))
  return { fields, form: { typed, problems: sent && all.length > 0 ? all : null }, changes }
}

type Sent = { typed: Typed; problems: Problem[] } | null

/** What was typed, by key and as it is kept; null in the place of the usual words. Nothing of what is objected to. */
function readTexts(locale: Locale, fields: readonly TextField[], typed: Typed) {
  const problems: Problem[] = []
  const texts = new Map<MessageKey, string | null>()
  for (const [key, branches] of Map.groupBy(fields, (field) => field.key)) {
    const written = branches.map((field) => ({ ...field, text: typed[field.name] ?? field.now }))
    const found = written.flatMap(({ name, text, rules }) => {
      const objection = objectionTo(text, rules)
      return objection ? [{ field: name, ...objection }] : []
    })
    problems.push(...found)
    if (found.length > 0) continue
    const usual = branchesOf(usualMessage(locale, key))
    const isUsual = written.every(({ text, branch }) => text === usual.texts[branch])
    const own = Object.fromEntries(written.map(({ branch, text }) => [branch, text]))
    texts.set(key, isUsual ? null : messageOf({ ...usual, texts: own }))
  }
  return { texts, problems }
}

function shownBranches(locale: Locale, { kind, texts }: Branched): string[] {
  const all = Object.keys(texts)
  return kind === 'plural' ? all.filter((branch) => numbersIn(locale, branch).length > 0) : all
}

/** What can still be read of a project's own words, whatever has become of the message in whose place they stand. */
function ownBranches(text: string | undefined, usual: Branched): Record<string, string> {
  if (text === undefined) return {}
  try {
    const { by, texts } = branchesOf(text)
    return by === usual.by
      ? texts
      : Object.fromEntries(Object.keys(usual.texts).map((branch) => [branch, texts[''] ?? '']))
  } catch {
    return {}
  }
}
