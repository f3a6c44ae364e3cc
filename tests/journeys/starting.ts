import { spawnSync } from 'node:child_process'

const root = new URL('../../', import.meta.url).pathname

/** Starts the server and waits until it has gone: with what code, and what it said to whoever started it. */
export function start(env: Record<string, string>, within: string[] = []) {
  const [command = '', ...more] = [...within, process.execPath, 'server/main.ts']
  const { status, stderr } = spawnSync(command, more, {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
  return { status, said: stderr.trim().split('\n') }
}
