import { type ChildProcess, spawn } from 'node:child_process'
import { type EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import { cleanUpWith, freshFolder } from './database.ts'
import { freePort } from './free-port.ts'

export type RunningServer = {
  url: string
  child: ChildProcess
  said: string[]
  /** The first line it prints, or has printed, that is like this. */
  line: (like: RegExp) => Promise<string>
  kill: (signal: NodeJS.Signals) => Promise<number | null>
}

/** As when npm starts it: the path, and what the script sets. */
const asByNpm = { PATH: process.env.PATH, NODE_COMPILE_CACHE: 'node_modules/.cache/kopa' }

/** The real server, as operators start it, over a real database; gone with the test, or the file. `within`: what runs it. */
export async function startServer(
  env: Record<string, string>,
  entry = 'server/main.ts',
  within: string[] = [],
): Promise<RunningServer> {
  const port = env.PORT ?? String(await freePort())
  const dataDir = freshFolder()
  const url = `http://localhost:${port}`
  const [command = '', ...more] = [...within, process.execPath, entry]
  const child = spawn(command, more, {
    cwd: new URL('../', import.meta.url).pathname,
    env: { ...asByNpm, HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  cleanUpWith(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const { said, line } = outputOf(child)
  await line(/\bat http/)
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return { url, child, said, line, kill }
}

function outputOf(child: ChildProcess): Pick<RunningServer, 'said' | 'line'> {
  if (!child.stdout) throw new Error('The server has no output.')
  const said: string[] = []
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  const closed = once(lines, 'close').then(() => {
    throw new Error(`The server stopped: ${said.join(' ')}`)
  })
  closed.catch(() => {})
  return { said, line: (like) => Promise.race([firstLine(said, lines, like), closed]) }
}

async function firstLine(said: string[], lines: EventEmitter, like: RegExp): Promise<string> {
  for (;;) {
    const found = said.find((line) => like.test(line))
    if (found !== undefined) return found
    await once(lines, 'line')
  }
}
