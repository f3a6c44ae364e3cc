import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { freePort } from '../free-port.ts'

export type Child = { child: ChildProcess; pid: number; url: string; readyMs: number }

/** What `npm start` sets, for ours; the compile cache also for what it is held beside. */
const flags = ['--max-semi-space-size=8']
const compiled = { NODE_COMPILE_CACHE: 'node_modules/.cache/kopa' }
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a server in a process of its own, and waits until it says where it is. The first argument is its port. */
export async function start(entry: string, env: Record<string, string>, ...args: string[]): Promise<Child> {
  const port = String(await freePort())
  const began = performance.now()
  const child = spawn(process.execPath, [...(entry.startsWith('server/') ? flags : []), entry, port, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: port, ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  if (!child.stdout || !child.pid) throw new Error(`${entry} did not start.`)
  await saysWhere(child.stdout, entry)
  return { child, pid: child.pid, url: `http://127.0.0.1:${port}`, readyMs: performance.now() - began }
}

async function saysWhere(output: NodeJS.ReadableStream, entry: string): Promise<void> {
  for await (const line of createInterface({ input: output })) if (/\bat http/.test(line)) return
  throw new Error(`${entry} went before it was ready.`)
}

export async function stop({ child }: Child): Promise<void> {
  running.delete(child)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
