import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'

export type RunningServer = {
  url: string
  child: ChildProcess
  said: string[]
  kill: (signal: NodeJS.Signals) => Promise<number | null>
}

/** The real server, as operators start it, over a real database; gone with the test. */
export async function startServer(env: Record<string, string>, entry = 'server/main.ts'): Promise<RunningServer> {
  const port = env.PORT ?? String(await freePort())
  const dataDir = await mkdtemp(join(tmpdir(), 'kopa-server-'))
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [entry], {
    cwd: new URL('../', import.meta.url).pathname,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const said = await untilOpen(child)
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return { url, child, said, kill }
}

/** Everything it prints until it answers. */
async function untilOpen(child: ChildProcess): Promise<string[]> {
  const said: string[] = []
  if (!child.stdout) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (/\bat http/.test(line)) return said
  }
  throw new Error(`The server did not start: ${said.join(' ')}`)
}
