import { readConfig } from '../../server/config.ts'
import { openDemo } from '../../server/demo/open.ts'
import type { TestDatabase } from '../database.ts'
import { freshFolder, freshUrl } from '../database.ts'
import { now } from '../world.ts'

/** The demo, told into a database of its own, as somebody who starts it at `now` gets it. */
export async function demo(): Promise<TestDatabase & { config: ReturnType<typeof demoConfig> }> {
  const url = await freshUrl()
  const config = demoConfig(url)
  return Object.assign(await openDemo(config, now), { url, config })
}

export function demoConfig(url: string) {
  return readConfig({ DATABASE_URL: url, DATA_DIR: freshFolder(), LOG_LEVEL: 'silent' })
}
