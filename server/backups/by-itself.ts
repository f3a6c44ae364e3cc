import { execFile } from 'node:child_process'

const command = new URL('../commands/backup.ts', import.meta.url).pathname

/**
 * Takes the backup that is due in a process of its own: looking over and encrypting a large database would keep everybody
 * waiting who asks for a page meanwhile. Rejects with what that complained of.
 */
export async function backUpApart(stop: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [command], { signal: stop }, (error, _said, complaints) => {
      if (!error || stop.aborted) return resolve()
      failed += 1
      reject(new Error(complaints.trim() || error.message))
    })
  })
}

let failed = 0

/** How many since this process began. */
export function failedBackups(): number {
  return failed
}
