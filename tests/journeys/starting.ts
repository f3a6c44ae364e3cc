import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const root = new URL('../../', import.meta.url).pathname

/** Starts a server that is to refuse, and waits until it has gone: with what code, and what it said. `within`: what runs it. */
export async function start(env: Record<string, string>, within: string[] = []) {
  const [command = '', ...more] = [...within, process.execPath, 'server/main.ts']
  const child = spawn(command, more, { cwd: root, env: { PATH: process.env.PATH, ...env } })
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { status, said: said.trim().split('\n') }
}
