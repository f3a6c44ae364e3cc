import type { FastifyRequest } from 'fastify'

/** Loopback, and not through a proxy on this machine, which would bring anybody. */
export function isThisMachine({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = Object.keys(headers).some((name) => /^(x-forwarded-|x-real-ip$|forwarded$|via$)/.test(name))
  const isMeant = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(headers.host ?? '')
  return isMeant && !isForwarded && (ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.'))
}
