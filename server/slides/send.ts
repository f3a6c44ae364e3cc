import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Slides } from '../../db/schema.ts'
import { sendFile } from '../files/send-file.ts'
import type { FileStore } from '../files/store.ts'
import { slidesKey } from './store.ts'

/** Slides, as a file to keep. */
export async function sendSlides(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  slides: Slides,
  seenBy: 'everybody' | 'few',
): Promise<FastifyReply> {
  return await sendFile(request, reply, files, slidesKey(slides), { ...slides, plainName: 'slides' }, seenBy)
}
