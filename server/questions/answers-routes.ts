import type { FastifyInstance } from 'fastify'
import { answersPage } from '../../views/questions/answers-page.ts'
import { organiserOf, projectOf, roleOf } from '../access.ts'
import { sendFile } from '../files/send-file.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { answerTables } from './answer-tables.ts'
import { openAnswerFile } from './open-file.ts'
import { answerKey } from './store.ts'

type Address = { Params: { meeting: string } }
type FileAddress = { Params: { meeting: string; file: string } }

/** What those who come have answered: as numbers, and word for word for those who may read that. */
export function answerRoutes(app: FastifyInstance, { db, files, now }: House): void {
  app.get<Address>(
    '/organise/:project/:meeting/answers',
    { config: { access: 'organiser' } },
    async (request, reply) => {
      const { project, meeting } = await ownMeeting(db, request)
      const tables = await answerTables(db, meeting, roleOf(request))
      return reply.page(answersPage(sayTo(request), { project, meeting, tables }))
    },
  )

  app.get<FileAddress>(
    '/organise/:project/:meeting/answers/:file',
    { config: { access: 'door' } },
    async (request, reply) => {
      const { meeting } = await ownMeeting(db, request)
      const reader = { organiser: organiserOf(request), role: roleOf(request) }
      const file = await openAnswerFile(db, projectOf(request), meeting, request.params.file, reader, now())
      return await sendFile(request, reply, files, answerKey(file), { ...file, plainName: 'file' }, 'few')
    },
  )
}
