/**
 * How many rows a write came to, on either engine, from what Drizzle hands through of it. Where that is all one wants to
 * know: for RETURNING, SQLite fills a table of its own on every run, which takes as long as the insert.
 */
export function rowsWritten(result: unknown): number {
  const { changes, rowCount } = result as { changes?: number; rowCount?: number | null }
  return changes ?? rowCount ?? 0
}
