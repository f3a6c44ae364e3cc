import bowser from 'bowser'
import type { Say } from '../say.ts'

/** "Phone: Chrome, Android", from what the browser says of itself, which anybody can make up. */
export function deviceName(say: Say, userAgent: string): string {
  if (userAgent === '') return say('sessions.unknown-device')
  const { browser, os, platform } = bowser.parse(userAgent)
  const software = [browser.name, os.name].filter(Boolean).join(', ')
  return software === ''
    ? say('sessions.unknown-device')
    : say('sessions.device', { kind: platform.type ?? '', software })
}
