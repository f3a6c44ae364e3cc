import type { FastifyReply } from 'fastify'
import { sandboxedInFrame } from '../headers.ts'
import { withoutPictures } from './without-pictures.ts'

/** A letter as it looks, for a frame on one of our own pages: without scripts, and of no origin. */
export function sendFramed(reply: FastifyReply, letter: unknown): FastifyReply {
  reply.header('content-security-policy', sandboxedInFrame).header('cache-control', 'private, no-store')
  // What has no origin cannot have one of its own to itself: browsers complain of the wish.
  reply.removeHeader('origin-agent-cluster')
  return reply.type('text/html; charset=utf-8').send(typeof letter === 'string' ? withoutPictures(letter) : letter)
}

/** For a page that shows a letter in a frame; others have none. */
export function allowFrames(reply: FastifyReply): void {
  reply.header('content-security-policy', `${reply.getHeader('content-security-policy')};frame-src 'self'`)
}
