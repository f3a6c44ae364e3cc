import type { OutboxLook } from '../../server/mail/outbox/look.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'

type Shown = { project: { slug: string }; look: OutboxLook }

/** The outbox in the same look, but for what is changed. */
export function lookPath({ project, look }: Shown, changes: Partial<OutboxLook> = {}, page = 1): string {
  const query = new URLSearchParams(chosen({ ...look, ...changes }))
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${paths.letters(project)}?${query}` : paths.letters(project)
}

/** The look in a form, but for the fields that the form has itself. */
export function lookFields(look: OutboxLook, but: readonly (keyof OutboxLook)[] = []): Html[] {
  return chosen(look)
    .filter(([name]) => !but.some((field) => field === name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
}

function chosen(look: OutboxLook): [string, string][] {
  return Object.entries(look).filter((pair): pair is [string, string] => Boolean(pair[1]))
}
