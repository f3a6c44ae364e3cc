import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { networkOf } from '../network-of.ts'
import { notFound, Refusal, unavailable } from '../refusal.ts'
import { isThisMachine } from '../this-machine.ts'
import { openHub } from './hub.ts'

type Address = { Params: { project: string; meeting: string } }

/** Server-sent events (HTML, 9.2): an id and the number of the release, whenever a page of the meeting may have changed. */
export function liveRoutes(app: FastifyInstance, { db }: House): void {
  const hub = openHub(db)
  app.addHook('preClose', async () => hub.close())

  app.get<Address>(
    '/:project/:meeting/live',
    { config: { access: 'anyone' }, exposeHeadRoute: false },
    async (request, reply) => {
      const { meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      if (!request.headers.accept?.includes('text/event-stream')) throw new Refusal('refusal.malformed', {}, 406)
      const network = isThisMachine(request) ? null : networkOf(request.ip)
      if (hub.isFull(network)) throw unavailable()
      reply.hijack()
      reply.raw.writeHead(200, { ...headersOf(reply.getHeaders()), ...streaming })
      reply.raw.write('retry: 5000\n\n')
      await hub.join(meeting, reply.raw, network)
    },
  )
}

/** Through proxies unbuffered; and a connection that has ended serves nothing else. */
const streaming = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
}

function headersOf(headers: Record<string, number | string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
