import { readFileSync } from 'node:fs'

type Locked = { name?: string; version: string; integrity?: string; hasInstallScript?: boolean }

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

/** Every package that `npm ci` installs, by its name and version. */
export function lockedPackages(): Map<string, Locked> {
  const packages: Record<string, Locked> = read('package-lock.json').packages
  const installed = Object.entries(packages).filter(([path]) => path !== '')
  return new Map(installed.map(([path, one]) => [`${one.name ?? nameOf(path)}@${one.version}`, one]))
}

/** Whose install scripts run, and whose do not. */
export function reviewedScripts(): string[] {
  return Object.keys(read('package.json').allowScripts)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
