import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Slides } from '../../db/schema.ts'
import { sendFile } from '../files/send-file.ts'
import { slidesFile } from './store.ts'

/** Slides, as a file to keep. */
export async function sendSlides(
  request: FastifyRequest,
  reply: FastifyReply,
  dataDir: string,
  slides: Slides,
  seenBy: 'everybody' | 'few',
): Promise<FastifyReply> {
  return await sendFile(request, reply, slidesFile(dataDir, slides), { ...slides, plainName: 'slides' }, seenBy)
}
