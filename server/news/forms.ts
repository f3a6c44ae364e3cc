import { z } from 'zod'
import type { Article, Project } from '../../db/schema.ts'
import { checkbox, localisedText, neededText, wholeNumber } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'

/** The version somebody began from; 0: there was none. */
export const begunFrom = z.object({ version: wholeNumber(0, 1_000_000_000) })

export function articleForm({ locales }: Pick<Project, 'locales'>) {
  return begunFrom.extend({
    title: neededText(locales, 200),
    lead: localisedText(locales, 600, true),
    text: localisedText(locales, 20_000, true),
    photo: z
      .record(z.string(), checkbox())
      .default({})
      .transform((ticked) => Object.keys(ticked).filter((id) => ticked[id])),
  })
}

export type ArticleInput = Pick<Article, 'title' | 'lead' | 'text' | 'photoIds'>

export function typedArticle({ title, lead, text, photoIds }: ArticleInput): Typed {
  const ticked = Object.fromEntries(photoIds.map((id) => [`photo.${id}`, 'yes']))
  return { ...typedText('title', title), ...typedText('lead', lead), ...typedText('text', text), ...ticked }
}
