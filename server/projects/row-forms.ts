import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { MessageKey } from '../../views/say.ts'
import { complain } from '../complain.ts'
import { checkbox, localisedText, neededText, optionalDate, optionalLine, webAddress } from '../fields.ts'
import { rowOrder, rowsOf } from '../rows.ts'

export function phasesForm(locales: readonly Locale[]) {
  const phases = rowsOf(
    z.object({
      order: rowOrder(),
      title: neededText(locales),
      text: localisedText(locales, 3000, true),
      startsOn: optionalDate(),
      endsOn: optionalDate(),
    }),
  )
  return z.object({ phases }).transform(({ phases }, context) => {
    for (const { row, startsOn, endsOn } of phases)
      if (startsOn && endsOn && endsOn < startsOn)
        complain(context, ['phases', row, 'endsOn'], 'problem.end-before-start')
    return phases.map(({ title, text, startsOn, endsOn }) => ({ title, text, startsOn, endsOn }))
  })
}

/** `leading` is the number of the row that leads, or empty. */
export function partnersForm(locales: readonly Locale[]) {
  const partners = rowsOf(z.object({ order: rowOrder(), name: neededText(locales), url: webAddress() }))
  return z
    .object({ partners, leading: optionalLine(10) })
    .transform(({ partners, leading }) => partners.map(({ row, name, url }) => ({ name, url, lead: row === leading })))
}

export function linksForm(locales: readonly Locale[]) {
  const needed = webAddress().refine((url) => url !== '', 'problem.required' satisfies MessageKey)
  const links = rowsOf(z.object({ order: rowOrder(), label: neededText(locales), url: needed }))
  return z.object({ links }).transform(({ links }) => links.map(({ label, url }) => ({ label, url })))
}

export function groupsForm(locales: readonly Locale[]) {
  const groups = rowsOf(
    z.object({ order: rowOrder(), id: optionalLine(60), name: neededText(locales), adult: checkbox() }),
  )
  return z.object({ groups }).transform(({ groups }, context) => {
    if (groups.length === 0) complain(context, ['groups', '0', 'name', locales[0] ?? 'lv'], 'problem.no-groups')
    return groups.map(({ id, name, adult }) => ({ id, name, adult }))
  })
}
