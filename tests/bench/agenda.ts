import { median } from './load.ts'

/** What one deed of an organiser costs, from sending the form to having read the answer. */
export type Edits = { slots: number; p50: number; p99: number; cpuMs: number; bytes: number }

type Planning = { url: string; cookie: string; slug: string; slots: number; cpuSeconds: () => number }

const [warmUp, measured] = [60, 300]

/** Moves a slot up and down in turn, as the builder does: each time from what the last answer showed. */
export async function editAgenda({ url, cookie, slug, slots, cpuSeconds }: Planning): Promise<Edits> {
  const headers = { cookie, 'hx-request': 'true', 'hx-target': 'div#agenda', 'accept-encoding': 'identity' }
  let seen = /data-seen="(\d+)"/.exec(await (await fetch(url, { headers: { cookie } })).text())?.[1] ?? ''
  const times: number[] = []
  const sizes: number[] = []
  let before = 0
  for (let i = 0; i < warmUp + measured; i++) {
    if (i === warmUp) before = cpuSeconds()
    const asked = performance.now()
    const path = `${url}/slots/${slug}/${i % 2 === 0 ? 'earlier' : 'later'}`
    const answer = await fetch(path, { method: 'POST', headers, body: new URLSearchParams({ seen }) })
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`The agenda answered ${answer.status}; the run counts for nothing.`)
    if (i >= warmUp) times.push(performance.now() - asked)
    if (i >= warmUp) sizes.push(Buffer.byteLength(body))
    seen = /data-seen="(\d+)"/.exec(body)?.[1] ?? ''
  }
  const sorted = times.toSorted((a, b) => a - b)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  const cpuMs = ((cpuSeconds() - before) * 1000) / measured
  return { slots, p50: median(times), p99, cpuMs, bytes: Math.max(...sizes) }
}

export function editsTable({ slots, p50, p99, cpuMs, bytes }: Edits): string {
  const figures = `${p50.toFixed(1)}/${p99.toFixed(1)} | ${cpuMs.toFixed(1)} | ${(bytes / 1000).toFixed(1)}`
  return `| agenda builder | slots | p50/p99 ms | CPU ms | answer kB |\n|---|---|---|---|---|\n| a slot moved | ${slots} | ${figures} |`
}
