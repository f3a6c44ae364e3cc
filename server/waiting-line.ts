import type { ServerResponse } from 'node:http'

/** Together they hold up whoever passes the line for a twentieth of a second, where they are lists of twenty thousand. */
const atOnce = 4
/** Whoever is the last of so many who want such lists waits for five to ten seconds, while a thousand ask. */
const longest = 256
/** So many of them may be of one session. */
const mostOfOne = 32

type Waiting = { session: string | undefined; admit: () => void }

/** A few places, and a line before them. */
export function waitingLine() {
  let taken = 0
  let line: Waiting[] = []

  function isFull(session: string | undefined): boolean {
    return line.length >= longest || line.filter((one) => one.session === session).length >= mostOfOne
  }

  /** Resolves with a place, which is given back by `leave`; never for who has left by then. */
  function enter(session: string | undefined, answer: ServerResponse): Promise<void> {
    return new Promise((admit) => {
      if (answer.destroyed) return
      if (taken < atOnce) {
        taken += 1
        return admit()
      }
      const waiting = { session, admit }
      line.push(waiting)
      answer.once('close', () => {
        line = line.filter((one) => one !== waiting)
      })
    })
  }

  /** The place goes to the next in line. */
  function leave(): void {
    const next = line.shift()
    if (next) next.admit()
    else taken -= 1
  }

  return { isFull, enter, leave }
}
