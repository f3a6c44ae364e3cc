import type { ServerResponse } from 'node:http'
import { unavailable } from './refusal.ts'

/** Together they hold up whoever passes the line for a twentieth of a second, where they are lists of twenty thousand. */
const atOnce = 4
/** Whoever is the last of so many who want such lists waits for three to twelve seconds, while a thousand ask. */
const longest = 256
/** So many of them may be of one session. */
const mostOfOne = 32
/** In milliseconds: a page that takes longer to come is not waited for. */
const patience = 15_000

type Session = string | undefined
type Waiting = { session: Session; admit: () => void; refuse: () => void }

/** A few places, and a line before them. */
export function waitingLine(wait = patience) {
  const admitted: Session[] = []
  const line = new Set<Waiting>()
  let isClosed = false

  function isFull(session: Session): boolean {
    const waiting = [...line].map((one) => one.session)
    return waiting.length >= longest || countIn(waiting, session) >= mostOfOne
  }

  /**
   * Resolves with a place, which is given back by `leave`; never for who has left by then. Rejects with a `Refusal` for who
   * has waited too long, and for who would have to wait while it is closed.
   */
  function enter(session: Session, answer: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      if (answer.destroyed) return
      const refuse = () => reject(unavailable())
      const admit = () => {
        admitted.push(session)
        resolve()
      }
      if (admitted.length < atOnce) admit()
      else if (isClosed) refuse()
      else stand({ session, admit, refuse }, answer)
    })
  }

  function stand({ session, admit, refuse }: Waiting, answer: ServerResponse): void {
    const end = (how?: () => void) => () => {
      clearTimeout(late)
      line.delete(waiting)
      how?.()
    }
    const waiting = { session, admit: end(admit), refuse: end(refuse) }
    const late = setTimeout(waiting.refuse, wait)
    line.add(waiting)
    answer.once('close', end())
  }

  /** The place goes to the first in line of those whose session has the fewest. */
  function leave(session: Session): void {
    admitted.splice(admitted.indexOf(session), 1)
    const [next] = [...line].sort((a, b) => countIn(admitted, a.session) - countIn(admitted, b.session))
    next?.admit()
  }

  /** Whoever waits is refused; whoever has a place keeps it. */
  function close(): void {
    isClosed = true
    for (const { refuse } of line) refuse()
  }

  return { isFull, enter, leave, close }
}

function countIn(sessions: readonly Session[], session: Session): number {
  return sessions.filter((one) => one === session).length
}
