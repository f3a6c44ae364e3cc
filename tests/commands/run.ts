import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** Runs one of server/commands as `npm run` would: what it printed, and its exit code. */
export async function run(name: string, args: string[], env: Record<string, string>) {
  const script = join(import.meta.dirname, '..', '..', 'server', 'commands', `${name}.ts`)
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH, ...env } })
  const [output, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, complaints, code }
}
