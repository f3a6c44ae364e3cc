import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** How long a body may take to come in. */
const usual = 10_000
/** For whom we are patient: as long as so many bytes come in each such time, and no longer, and no more, than this. */
const least = { bytes: 64 * 1024, each: 15_000 }
export const most = { bytes: 100 * 1024 * 1024, milliseconds: 30 * 60_000 }

type Wait = { timer: NodeJS.Timeout; giveUp: () => void }
const waits = new WeakMap<IncomingMessage, Wait>()

/**
 * Node times whole servers only. Its own limit is set to the longest we would ever wait, and each body is timed here: to
 * `usual`, unless a route that knows who is sending asks for patience.
 */
export function timeBodies(server: Server): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers['content-length'] === undefined && !request.headers['transfer-encoding']) return
    const giveUp = () => {
      if (request.complete) return stop(request)
      if (response.headersSent) request.socket.destroy()
      else server.emit('clientError', new TooSlow(), request.socket)
    }
    waits.set(request, { timer: setTimeout(giveUp, usual).unref(), giveUp })
    // Also said to be over once it is answered, while its body may still be coming.
    request.once('close', () => request.complete && stop(request))
  })
}

/** For large files over slow lines: waits on while enough keeps coming, so that nobody holds a connection for nothing. */
export function bePatient(request: IncomingMessage): void {
  const wait = waits.get(request)
  if (!wait) return
  clearTimeout(wait.timer)
  const { socket } = request
  const [since, before] = [Date.now(), socket.bytesRead]
  let last = before
  const look = () => {
    const isSlow = socket.bytesRead - last < least.bytes
    const isTooMuch = socket.bytesRead - before > most.bytes || Date.now() - since > most.milliseconds
    last = socket.bytesRead
    if (isSlow || isTooMuch || request.complete) wait.giveUp()
  }
  wait.timer = setInterval(look, least.each).unref()
}

/** As Node calls it when its own time has run out; Fastify answers 408. */
class TooSlow extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT'
}

function stop(request: IncomingMessage): void {
  clearTimeout(waits.get(request)?.timer)
}
