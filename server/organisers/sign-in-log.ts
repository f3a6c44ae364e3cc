/** 'link over': unknown, used or run out. 'link elsewhere': asked for in another browser. 'factor …': the second one. */
type SignInEvent =
  | 'signed in'
  | 'link over'
  | 'link elsewhere'
  | 'factor wrong'
  | 'factor over'
  | 'signed out'
  | 'sessions ended'

type Log = Record<'info' | 'warn', (details: object, message: string) => void>

/** For the operator: never who they are or where from, only which organiser, by the id that the history has too. */
export function logSignIn(
  log: Log,
  event: SignInEvent,
  { id }: { id: string | null },
  details: { by?: string; sessions?: number } = {},
): void {
  const worked = !/^(link|factor)/.test(event)
  log[worked ? 'info' : 'warn']({ organiser: id, ...details }, event)
}
