import { appendFileSync } from 'node:fs'

const { FAULTS_REPORT: file, FAULTS: extent } = process.env

/** So often within `npm test`, and so often within `npm run faults`. */
export function often(quick: number, long: number): number {
  return extent === 'long' ? long : quick
}

/** Notes what a fault led to, for `results.md`; called once everything that was expected holds. */
export function report(fault: string, tried: string, happened: string): void {
  if (file) appendFileSync(file, `${JSON.stringify({ fault, tried, happened })}\n`)
}
