import { buffer } from 'node:stream/consumers'
import { configFromEnvironment } from '../config.ts'
import { largest } from '../inbound/message.ts'
import { handIn } from '../inbound/spool.ts'

/** So that the mail server keeps the message and tries again (sysexits.h); everything else would bounce it. */
const tempFail = 75

try {
  const { dataDir } = configFromEnvironment()
  const raw = await buffer(process.stdin)
  const to = process.argv[2] ?? ''
  const known = /^[^\s<>]+@[^\s<>]+$/.test(to) ? Buffer.from(`X-Original-To: ${to}\r\n`) : Buffer.alloc(0)
  // Nothing that we read is larger.
  if (raw.length > 0 && raw.length + known.length <= largest) await handIn(dataDir, Buffer.concat([known, raw]))
} catch {
  console.error('The message could not be handed in; try again later.')
  process.exitCode = tempFail
}
