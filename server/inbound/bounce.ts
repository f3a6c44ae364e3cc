import type { Message, Part } from './message.ts'

/** What a mail server says became of a letter (RFC 3464). */
export type Bounce = {
  /** `delayed` and whatever else is not the end. */
  action: 'failed' | 'other'
  /** `5.1.1`; empty where nothing of the kind is said. */
  status: string
  /** In lower case; empty where it is not said. */
  recipient: string
  answer: string
  /** Message-IDs in what was sent back, of ours perhaps. */
  messageIds: string[]
}

/** Null for what is no report about a delivery. */
export function bounceIn(message: Message): Bounce | null {
  const report = message.parts.find(({ type }) => /^message\/(global-)?delivery-status$/.test(type))
  if (report) return { ...reported(report.text), messageIds: returnedIds(message.parts) }
  const failed = message.header('x-failed-recipients')
  return failed ? { ...unreported(failed, message.parts), messageIds: returnedIds(message.parts) } : null
}

type Fate = Omit<Bounce, 'messageIds'>

/** Our letters have one recipient each: of several blocks the one that failed counts. */
function reported(text: string): Fate {
  const fates = text.split(/\r?\n\s*\r?\n/).map(fieldsIn)
  const about = fates.filter((fields) => fields.has('action'))
  const fields = about.find((one) => isFailed(one)) ?? about[0] ?? new Map<string, string>()
  const answer = afterType(fields.get('diagnostic-code'))
  return {
    action: isFailed(fields) ? 'failed' : 'other',
    status: statusIn(fields.get('status')) || statusIn(answer),
    recipient: (decoded(fields.get('original-recipient')) || afterType(fields.get('final-recipient'))).toLowerCase(),
    answer,
  }
}

/** Exim says it in a header, and why in words. */
function unreported(failed: string, parts: readonly Part[]): Fate {
  const text = parts.find(({ type }) => type === 'text/plain')?.text ?? ''
  const answer = /^.*\b5\d\d[ -].*$/m.exec(text.slice(0, 20_000))?.[0].trim() ?? ''
  const recipient = failed.split(',')[0]?.trim().toLowerCase() ?? ''
  return { action: 'failed', status: statusIn(answer), recipient, answer }
}

function isFailed(fields: ReadonlyMap<string, string>): boolean {
  return /^failed\b/i.test(fields.get('action') ?? '')
}

function fieldsIn(block: string): Map<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? []
      return name ? [[name.toLowerCase(), (value ?? '').trim()] as const] : []
    }),
  )
}

/** `rfc822; noor@example.org` */
function afterType(value = ''): string {
  return value.replace(/^[^;]{0,40};\s*/, '').replace(/^<|>$/g, '')
}

/** Some write the two signs that xtext may not hold in its way (RFC 3461 4), some as they are. */
function decoded(original = ''): string {
  return afterType(original).replaceAll('+2B', '+').replaceAll('+3D', '=')
}

function statusIn(text = ''): string {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? ''
}

function returnedIds(parts: readonly Part[]): string[] {
  const returned = parts.filter(({ type }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(type))
  return returned.flatMap(({ text }) => {
    const [, id] = /^message-id:\s*<([^<>\s]{1,250})>/im.exec(text.slice(0, 50_000)) ?? []
    return id ? [id] : []
  })
}
