import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

// npm run faults: every fault, as often as it takes to believe the answer, on both engines; writes results.md.

const root = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'kopa-faults-'))
const vitest = ['npx', 'vitest', 'run', '--config', 'tests/faults/vitest.config.ts']

/** For a letter to be tried again, or an hour to come: they take nothing from those beside them. */
const waiting = ['tests/faults/mail.test.ts', 'tests/faults/clock.long.test.ts']

const began = Date.now()
// One after the other: how soon a server is back says nothing while another engine is tormented beside it.
const engines = [await engine('SQLite', []), await engine('PostgreSQL', ['tests/with-postgres.sh'])]
const minutes = Math.round((Date.now() - began) / 60_000)
rmSync(folder, { recursive: true })

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
const title = `# What was done to Kopā, and what happened\n\n\`npm run faults\`, ${machine}; ${minutes} minutes.`
writeFileSync(new URL('results.md', import.meta.url), `${[title, ...engines.map(({ text }) => text)].join('\n\n')}\n`)
process.exitCode = engines.some(({ failed }) => failed) ? 1 : 0

/** Those that mostly wait run beside the others. */
async function engine(name: string, within: string[]) {
  const file = join(folder, name)
  const codes = await Promise.all([
    run(file, [...within, ...vitest, ...waiting]),
    run(file, [...within, ...vitest, ...waiting.map((path) => `--exclude=${path}`)]),
  ])
  const failed = codes.some((code) => code !== 0)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : []
  const rows = lines.map((line) => `| ${Object.values(JSON.parse(line) as Record<string, string>).join(' | ')} |`)
  const table = ['| fault | what was tried | what happened |', '|---|---|---|', ...rows].join('\n')
  const warning = failed ? '**Not everything held: see what the run printed.**\n\n' : ''
  return { failed, text: `## On ${name}\n\n${warning}${table}` }
}

async function run(file: string, [command = '', ...args]: string[]): Promise<number | null> {
  const env = { ...process.env, FAULTS: 'long', FAULTS_REPORT: file }
  const [code] = await once(spawn(command, args, { cwd: root, env, stdio: 'inherit' }), 'exit')
  return code
}
