import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { bareHeaders } from './headers.ts'

/** Fastify's answer where no request could be understood, with what every answer says; 408 and 431 for Node's reasons. */
export function answerNonsense(publicUrl: string) {
  const lines = Object.entries(bareHeaders(publicUrl)).map(([name, value]) => `${name}: ${value}\r\n`)
  return ({ code }: Error & { code?: string }, socket: Socket): void => {
    if (code === 'ECONNRESET' || !socket.writable) return
    const status = statuses[code ?? ''] ?? 400
    const text = `${STATUS_CODES[status]}\n`
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n` +
        `content-type: text/plain; charset=utf-8\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      () => socket.destroy(),
    )
  }
}

/** While it closes, Fastify turns newcomers away past all hooks. */
export function turnAwayWithHeaders(app: FastifyInstance, publicUrl: string): void {
  const headers = new Map(Object.entries(bareHeaders(publicUrl)))
  app.addHook('preClose', async () => {
    app.server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      response.setHeaders(headers).setHeader('retry-after', '10')
    })
  })
}

const statuses: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }
