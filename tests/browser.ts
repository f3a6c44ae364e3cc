import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** One process for everything is for Lambda, and falls over at a service worker; without its security it is no browser of ours. */
const lambda = /^--(single-process|no-zygote|in-process-gpu|disable-web-security|allow-running-insecure-content)$/

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real browser: one that is installed, else the one that comes from npm. Without either, this fails and says so. `more`: its switches. */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  const usual = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
  const quiet = [...usual, ...more]
  // Without a locale it reads no file whose name is not ASCII.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const found = installed.find((path) => existsSync(path))
  if (found) return await chromium.launch({ executablePath: found, args: ['--no-sandbox', ...quiet], env })
  const packaged = await packagedChromium()
  return await chromium.launch({ executablePath: packaged.path, args: [...packaged.args, ...quiet], env })
}

/** The package unpacks its own libraries only where it believes to run on Lambda; the name must stand before it loads. */
async function packagedChromium() {
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  if (!existsSync(path)) throw new Error('No browser: install Debian’s chromium package, or run npm ci again.')
  return { path, args: packaged.args.filter((arg) => !lambda.test(arg)) }
}
