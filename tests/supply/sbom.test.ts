import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { lockedPackages } from './lock.ts'

const root = new URL('../../', import.meta.url).pathname

type Component = { purl: string; hashes?: { alg: string; content: string }[] }

test('npm run sbom names every package of the lock file, and nothing else, with the hash that it is held to', () => {
  const bill = JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' }))
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { type: 'application' } } })
  const named = bill.components.map(({ purl, hashes = [] }: Component) => [nameIn(purl), hashes[0]?.content])
  const locked = [...lockedPackages()].map(([name, { integrity }]) => [name, hexOf(integrity)])
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(locked))
})

/** pkg:npm/%40scope/name@1.2.3 */
function nameIn(purl: string): string {
  return decodeURIComponent(purl.replace('pkg:npm/', ''))
}

function hexOf(integrity = ''): string {
  return Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
}
