import { isPostgres, sqlitePath } from '../../db/open.ts'
import { Unopenable } from '../../db/unopenable.ts'
import { closedToOthers } from '../start-or-explain.ts'

/** Runs a command; what it cannot do is one sentence on the terminal and exit code 1. */
export async function command(run: () => Promise<void>): Promise<void> {
  process.umask(closedToOthers)
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** The one argument a command takes. */
export function argument(use: string, all: readonly string[] = process.argv.slice(2)): string {
  const [given, ...more] = all
  if (given === undefined || more.length > 0) throw new Unopenable(`Use it like this: ${use}`)
  return given
}

/** The two databases a command takes. */
export function addresses(use: string): [from: string, to: string] {
  const [from, to, ...more] = process.argv.slice(2)
  if (!isAddress(from) || !isAddress(to) || more.length > 0) throw new Unopenable(`Use it like this: ${use}`)
  return [from, to]
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && (url.startsWith('sqlite:') || (isPostgres(url) && URL.canParse(url)))
}

export function sqliteFile(url: string): string {
  if (url.startsWith('sqlite:')) return sqlitePath(url)
  throw new Unopenable(
    'This database is on PostgreSQL: back it up with pg_dump, and DATA_DIR with it; bring it back with pg_restore.',
  )
}
