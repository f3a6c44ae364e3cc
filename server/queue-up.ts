import type { FastifyInstance } from 'fastify'

/** So many are let in per turn of the event loop. */
const perTurn = 4

/**
 * The forms of a crowd arrive in one turn of the event loop: they are let in over the next turns, in the order they came,
 * so that whoever reads meanwhile waits for a few of them. Organisers and those at the door pass the line.
 */
export function letCrowdsQueueUp(app: FastifyInstance): void {
  const line: (() => void)[] = []
  let room = perTurn
  let isOpen = false

  app.addHook('onRequest', ({ method, routeOptions }, _reply, enter) => {
    if (method !== 'POST' || routeOptions.config.access !== 'anyone') return enter()
    if (!isOpen) setImmediate(turn)
    isOpen = true
    if (room === 0) return void line.push(enter)
    room -= 1
    enter()
  })

  function turn() {
    const next = line.splice(0, perTurn)
    room = perTurn - next.length
    isOpen = next.length > 0
    if (isOpen) setImmediate(turn)
    for (const enter of next) enter()
  }
}
