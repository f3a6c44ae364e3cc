/** The engine's codes in an error and in what caused it: Drizzle wraps what PostgreSQL says. */
export function errorCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...code, ...errorCodes(error.cause)]
}

export function errorMessages(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...errorMessages(error.cause)] : []
}
