import { Unopenable } from '../db/unopenable.ts'
import { Misconfigured } from './config.ts'

/** Files that people sent, and the database, are nobody else's on the machine. */
export const closedToOthers = 0o027

/** What an operator can mend is said in one sentence; a bug keeps its stack. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
  process.umask(closedToOthers)
  try {
    await start()
  } catch (error) {
    const explained = error instanceof Misconfigured || error instanceof Unopenable || isAddressTrouble(error)
    console.error(explained && error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

function isAddressTrouble(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].some((trouble) => trouble === code)
}
