import type { ClientBase } from 'pg'

/** Each costs the backend some memory for as long as the connection lasts. */
const most = 400

/**
 * Gives every query a name, by which PostgreSQL keeps it parsed and, after a few times, planned: both cost more than
 * running it. Drizzle names none of them by itself.
 */
export function nameStatements(client: ClientBase): void {
  const names = new Map<string, string>()
  const ask = client.query.bind(client) as (query: unknown, ...rest: unknown[]) => unknown

  function nameOf(text: string): string | undefined {
    if (!names.has(text) && names.size < most) names.set(text, `kopa_${names.size}`)
    return names.get(text)
  }

  function named(query: unknown): unknown {
    return isNameless(query) ? { ...query, name: nameOf(query.text) } : query
  }

  Object.assign(client, { query: (query: unknown, ...rest: unknown[]) => ask(named(query), ...rest) })
}

/** As Drizzle asks; our own texts may be several statements in one, which cannot be kept. */
function isNameless(query: unknown): query is { text: string; rowMode?: string } {
  return (
    typeof query === 'object' &&
    query !== null &&
    'text' in query &&
    !('submit' in query) &&
    !('name' in query && query.name)
  )
}
