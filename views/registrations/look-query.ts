import type { Look } from '../../server/registrations/desk/look.ts'

/** A look as it stands in the address: nothing that goes without saying. */
export function lookQuery(look: Look): string {
  const { search, status, group, kind, age, photos, answers, workshop, came, sort, page, columns } = look
  const said = { search, status: status === 'live' ? '' : status, group, kind, age, workshop, came }
  const query = new URLSearchParams()
  const set = (name: string, value: string | null | undefined) => value && query.set(name, value)
  for (const [name, value] of Object.entries(said)) set(name, value)
  for (const [channel, value] of Object.entries(photos)) set(`photo.${channel}`, value)
  for (const [question, value] of Object.entries(answers)) set(`answer.${question}`, value)
  set('sort', sort === 'arrival' ? '' : sort)
  set('page', page > 1 ? String(page) : '')
  if (columns) query.set('columns', columns.join(' '))
  return query.toString()
}

/** After an address, where there is something to say. */
export function withLook(path: string, look: Look): string {
  const query = lookQuery(look)
  return query ? `${path}?${query}` : path
}
