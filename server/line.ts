import type { ServerResponse } from 'node:http'

/** Together they hold up whoever passes the line for a twentieth of a second, where they are lists of twenty thousand. */
const atOnce = 4
/** Whoever is the last of so many who want such lists waits for five seconds, while a thousand ask; on PostgreSQL for ten. */
const longest = 256
/** So many of them may be of one session. */
const mostOfOne = 32

type Waiting = { session: string | undefined; enter: () => void }

/** A few places, and a line before them. */
export function newLine() {
  let taken = 0
  let line: Waiting[] = []

  function isFull(session: string | undefined): boolean {
    return line.length >= longest || line.filter((one) => one.session === session).length >= mostOfOne
  }

  /** A place as soon as there is one; it never comes for who has left by then. */
  function turn(session: string | undefined, answer: ServerResponse): Promise<void> {
    return new Promise((enter) => {
      if (answer.destroyed) return
      if (taken < atOnce) {
        taken += 1
        return enter()
      }
      const waiting = { session, enter }
      line.push(waiting)
      answer.once('close', () => {
        line = line.filter((one) => one !== waiting)
      })
    })
  }

  /** Whoever has had a place gives it to the next in line. */
  function goOn(): void {
    const next = line.shift()
    if (next) next.enter()
    else taken -= 1
  }

  return { isFull, turn, goOn }
}
