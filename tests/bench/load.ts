import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export type Measured = { perSecond: number; cpuMs: number; p50: number; p99: number; errors: number }

type Load = {
  url: string
  pid: number
  seconds: number
  connections: number
  form?: string
  /** Where the form goes in turn; absent: to `url` alone. */
  among?: readonly string[]
  headers?: Record<string, string>
}

/** Drives a server for some seconds; what it cost is read from the server process's own accounting. */
export async function drive({ url, pid, seconds, connections, form, among, headers = {} }: Load): Promise<Measured> {
  const before = cpuSeconds(pid)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const one = { method: 'POST' as const, body: form, headers: { ...headers, ...type } }
  const post = form ? { ...one, idReplacement: true, requests: among?.map((path) => ({ ...one, path })) } : {}
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    workers: 1,
    headers,
    ...post,
  })
  const answered = result['2xx'] + result['3xx']
  const errors = result.errors + result.timeouts + result['4xx'] + result['5xx']
  return {
    perSecond: answered / result.duration,
    cpuMs: ((cpuSeconds(pid) - before) * 1000) / answered,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors,
  }
}

/** User and system time in seconds; fields 14 and 15 of proc_pid_stat(5), in ticks of 1/100 s. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
