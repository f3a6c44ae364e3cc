import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { classRoutes } from './class-routes.ts'
import { peopleOfPartyRoutes } from './people-routes.ts'
import { sheetsRoutes } from './sheets-routes.ts'

/** Those who come together: classes, friends, and whoever brings them. */
export function partyRoutes(app: FastifyInstance, house: House): void {
  for (const routes of [classRoutes, peopleOfPartyRoutes, sheetsRoutes]) routes(app, house)
}
