import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { answerRoutes } from './answers-routes.ts'
import { questionDeedRoutes } from './deed-routes.ts'
import { questionDeskRoutes } from './desk-routes.ts'
import { ownQuestionRoutes } from './own-routes.ts'

export function questionRoutes(app: FastifyInstance, house: House): void {
  questionDeskRoutes(app, house)
  questionDeedRoutes(app, house)
  ownQuestionRoutes(app, house)
  answerRoutes(app, house)
}
