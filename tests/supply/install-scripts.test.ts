import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '../database.ts'
import { lockedPackages, reviewedScripts } from './lock.ts'

test('whoever has install scripts has been looked at, and everything comes with a hash', () => {
  const locked = [...lockedPackages()]
  const scripted = locked.filter(([, one]) => one.hasInstallScript).map(([name]) => name.replace(/@[^@]+$/, ''))
  expect(scripted.filter((name) => !reviewedScripts().includes(name))).toEqual([])
  expect(scripted).toContain('node')
  expect(locked.filter(([, one]) => !one.integrity?.startsWith('sha512-'))).toEqual([])
})

/** Older ones run everything, and have to be told not to (README). */
const knows = spawnSync('npm', ['config', 'get', 'strict-allow-scripts'], { encoding: 'utf8' }).stdout.trim() === 'true'

test.runIf(knows)(
  'a script that nobody has looked at stops the install, one that is denied does not run, one that is allowed does',
  async () => {
    expect(await install(null)).toEqual({ installs: false, ran: false })
    expect(await install(false)).toEqual({ installs: true, ran: false })
    expect(await install(true)).toEqual({ installs: true, ran: true })
  },
)

/** A project with our `.npmrc`, and one package that leaves a trace where its script ran. */
async function install(isAllowed: boolean | null) {
  const folder = freshFolder()
  const [project, nosy] = [join(folder, 'project'), join(folder, 'nosy')]
  for (const one of [project, nosy]) await mkdir(one)
  const scripts = { postinstall: `node -e "fs.writeFileSync('${join(folder, 'trace')}', '')"` }
  await writeFile(join(nosy, 'package.json'), JSON.stringify({ name: 'nosy', version: '1.0.0', scripts }))
  npm(nosy, 'pack', '--pack-destination', project)
  await copyFile(new URL('../../.npmrc', import.meta.url), join(project, '.npmrc'))
  const allowScripts = isAllowed === null ? {} : { [`file:${join(project, 'nosy-1.0.0.tgz')}`]: isAllowed }
  const dependencies = { nosy: 'file:./nosy-1.0.0.tgz' }
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'project', dependencies, allowScripts }))
  const installs = npm(project, 'install', '--offline', '--no-audit', '--no-fund')
  return { installs, ran: (await readdir(folder)).includes('trace') }
}

function npm(cwd: string, ...words: string[]): boolean {
  return spawnSync('npm', words, { cwd }).status === 0
}
