import type { FastifyInstance } from 'fastify'

/** So many are let in per turn of the event loop, and more where the line is long, so that nobody waits for seconds. */
const perTurn = 4
const shareOfLine = 1 / 32

/**
 * The forms of a crowd arrive in one turn of the event loop: they are let in over the next turns, in the order they came,
 * so that whoever reads meanwhile waits for a few of them. Whoever is signed in or holds a secret link passes the line.
 */
export function letCrowdsQueueUp(app: FastifyInstance): void {
  const line: (() => void)[] = []
  let free = perTurn
  let isTurning = false

  // Once it is known that they may come in (limits, origin, pressure), and before what they send is read.
  app.addHook('preParsing', ({ method, routeOptions }, _reply, _payload, enter) => {
    if (method !== 'POST' || routeOptions.config.access !== 'anyone') return enter()
    if (!isTurning) setImmediate(turn)
    isTurning = true
    if (free === 0) return void line.push(enter)
    free -= 1
    enter()
  })

  function turn() {
    const next = line.splice(0, Math.max(perTurn, line.length * shareOfLine))
    free = Math.max(0, perTurn - next.length)
    isTurning = next.length > 0
    if (isTurning) setImmediate(turn)
    for (const enter of next) enter()
  }
}
