/** What the log keeps of an error. */
type Discreet = { type: string; code?: string; message: string; stack: string; cause?: Discreet }

/**
 * An error without anybody's data: Drizzle's messages end with the values of the failed query, PostgreSQL's details and
 * a mail server's answers quote them, and so does JSON that cannot be read. Where it happened says enough.
 */
export function discreet(error: unknown): Discreet {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { cause } = error
  return {
    type: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    message: sayable(error),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause instanceof Error ? { cause: discreet(cause) } : {}),
  }
}

function sayable(error: Error): string {
  if (error instanceof SyntaxError) return ''
  if ('severity' in error) return 'constraint' in error ? `constraint ${error.constraint}` : ''
  const [message = ''] = error.message.split('\nparams: ')
  return message.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…')
}
