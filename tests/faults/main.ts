import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

// npm run faults: every fault, as often as it takes to believe the answer, on both engines; writes results.md.

const root = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'kopa-faults-'))
const vitest = ['npx', 'vitest', 'run', '--config', 'tests/faults/vitest.config.ts', ...process.argv.slice(2)]

const began = Date.now()
// Side by side: half of the time each waits, for patience to end or a letter to be tried again.
const engines = await Promise.all([
  engine('SQLite', vitest),
  engine('PostgreSQL', ['tests/with-postgres.sh', ...vitest]),
])
const minutes = Math.round((Date.now() - began) / 60_000)
rmSync(folder, { recursive: true })

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
const title = `# What was done to Kopā, and what happened\n\n\`npm run faults\`, ${machine}; ${minutes} minutes.`
writeFileSync(new URL('results.md', import.meta.url), `${[title, ...engines.map(({ text }) => text)].join('\n\n')}\n`)
process.exitCode = engines.some(({ failed }) => failed) ? 1 : 0

async function engine(name: string, [command = '', ...args]: string[]) {
  const file = join(folder, name)
  const env = { ...process.env, FAULTS: 'long', FAULTS_REPORT: file }
  const [code] = await once(spawn(command, args, { cwd: root, env, stdio: 'inherit' }), 'exit')
  const failed = code !== 0
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : []
  const rows = lines.map((line) => `| ${Object.values(JSON.parse(line) as Record<string, string>).join(' | ')} |`)
  const table = ['| fault | what was tried | what happened |', '|---|---|---|', ...rows].join('\n')
  const warning = failed ? '**Not everything held: see what the run printed.**\n\n' : ''
  return { failed, text: `## On ${name}\n\n${warning}${table}` }
}
