import { parse } from 'node:querystring'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { guardAccess } from './access.ts'
import { lateRoutes } from './agenda/late-routes.ts'
import { liveRoutes } from './agenda/live-routes.ts'
import { placingRoutes } from './agenda/placing-routes.ts'
import { readingRoutes } from './agenda/reading-routes.ts'
import { releaseRoutes } from './agenda/release-routes.ts'
import { roomRoutes } from './agenda/room-routes.ts'
import { agendaRoutes } from './agenda/routes.ts'
import { scheduleRoutes } from './agenda/schedule-routes.ts'
import { slotRoutes } from './agenda/slot-routes.ts'
import { assetRoutes } from './assets.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { subscribeRoutes } from './calendar/subscribe-routes.ts'
import { ownPhotosRoutes } from './consents/own-routes.ts'
import { consentTextRoutes } from './consents/text-routes.ts'
import { discreet } from './discreet.ts'
import { doorRoutes } from './door/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { allowFrames } from './frames.ts'
import { askGuardianRoutes } from './guardians/ask-routes.ts'
import { guardianRoutes } from './guardians/routes.ts'
import { ownGuardianRoutes } from './guardianships/own-routes.ts'
import { guardianshipRoutes } from './guardianships/routes.ts'
import { headers } from './headers.ts'
import type { House } from './house.ts'
import { importRoutes } from './imports/routes.ts'
import { inviteManyRoutes } from './invitations/many-routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { decorateKeptPages } from './kept-pages.ts'
import { rewriteUrl, routerOptions } from './legible.ts'
import { limits } from './limits.ts'
import { outboxLetterRoutes } from './mail/outbox/letter-routes.ts'
import { outboxRoutes } from './mail/outbox/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { mailingRoutes } from './mailings/routes.ts'
import { deedRoutes } from './meetings/deed-routes.ts'
import { planningRoutes } from './meetings/planning-routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { shareRoutes } from './meetings/share-routes.ts'
import { myDataRoutes } from './my-data/routes.ts'
import { helperRoutes } from './organisers/helper-routes.ts'
import { peopleRoutes } from './organisers/people-routes.ts'
import { organiserRoutes } from './organisers/routes.ts'
import { signInRoutes } from './organisers/sign-in-routes.ts'
import { refuseForeignForms } from './origin.ts'
import { decoratePages } from './pages.ts'
import { partyRoutes } from './parties/routes.ts'
import { most, timeBodies } from './patience.ts'
import { logoRoutes } from './projects/logo-routes.ts'
import { projectRoutes } from './projects/routes.ts'
import { projectSettingsRoutes } from './projects/settings-routes.ts'
import { projectWorkspaceRoutes } from './projects/workspace-routes.ts'
import { questionRoutes } from './questions/routes.ts'
import { bulkRoutes } from './registrations/desk/bulk-routes.ts'
import { exportRoutes } from './registrations/desk/export-routes.ts'
import { oneRegistrationRoutes } from './registrations/desk/one-routes.ts'
import { deskRoutes } from './registrations/desk/routes.ts'
import { mineRoutes } from './registrations/mine-routes.ts'
import { lineRoutes } from './registrations/places/line-routes.ts'
import { registeredRoutes } from './registrations/registered-routes.ts'
import { registrationRoutes } from './registrations/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { signUpRoutes } from './sign-up/routes.ts'
import { slidesDeskRoutes } from './slides/desk-routes.ts'
import { slidesFileRoutes } from './slides/file-routes.ts'
import { ownSlidesRoutes } from './slides/own-routes.ts'
import { speakerListRoutes } from './speakers/list-routes.ts'
import { speakerRoutes } from './speakers/own-routes.ts'
import { pictureRoutes } from './speakers/picture-routes.ts'
import { profilePictureRoutes } from './speakers/profile-picture-routes.ts'
import { speakerProfileRoutes } from './speakers/profile-routes.ts'
import { storyDecisionRoutes } from './stories/decision-routes.ts'
import { storyDeskRoutes } from './stories/desk-routes.ts'
import { ownStoryRoutes } from './stories/own-routes.ts'
import { callRoutes } from './stories/routes.ts'
import { systemRoutes } from './system.ts'
import { answerTroubles } from './troubles.ts'
import { workshopDeskRoutes } from './workshops/desk-routes.ts'
import { ownWorkshopRoutes } from './workshops/own-routes.ts'

/** The table of contents: each feature adds its routes. */
const features: ((app: FastifyInstance, house: House) => void)[] = [
  assetRoutes,
  systemRoutes,
  projectRoutes,
  logoRoutes,
  projectWorkspaceRoutes,
  projectSettingsRoutes,
  meetingRoutes,
  shareRoutes,
  planningRoutes,
  deedRoutes,
  signUpRoutes,
  agendaRoutes,
  releaseRoutes,
  slotRoutes,
  placingRoutes,
  lateRoutes,
  roomRoutes,
  scheduleRoutes,
  readingRoutes,
  liveRoutes,
  mailRoutes,
  outboxRoutes,
  outboxLetterRoutes,
  registrationRoutes,
  registeredRoutes,
  mineRoutes,
  myDataRoutes,
  retentionRoutes,
  partyRoutes,
  deskRoutes,
  importRoutes,
  invitationRoutes,
  inviteManyRoutes,
  reminderRoutes,
  mailingRoutes,
  questionRoutes,
  ownWorkshopRoutes,
  workshopDeskRoutes,
  bulkRoutes,
  lineRoutes,
  exportRoutes,
  oneRegistrationRoutes,
  doorRoutes,
  guardianRoutes,
  askGuardianRoutes,
  guardianshipRoutes,
  ownGuardianRoutes,
  ownPhotosRoutes,
  consentTextRoutes,
  speakerRoutes,
  speakerListRoutes,
  speakerProfileRoutes,
  profilePictureRoutes,
  pictureRoutes,
  slidesFileRoutes,
  ownSlidesRoutes,
  slidesDeskRoutes,
  callRoutes,
  ownStoryRoutes,
  storyDeskRoutes,
  storyDecisionRoutes,
  calendarRoutes,
  subscribeRoutes,
  feedRoutes,
  signInRoutes,
  organiserRoutes,
  peopleRoutes,
  helperRoutes,
]

/** Forms are small; what is larger (pictures) comes as multipart with limits of its own. */
const bodyLimit = 256 * 1024

export async function buildApp(house: House): Promise<FastifyInstance> {
  const { config } = house
  const app = Fastify({
    bodyLimit,
    trustProxy: config.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.logLevel,
      redact: ['req.url', 'req.headers', 'req.remoteAddress'],
      serializers: { err: discreet },
    },
    requestTimeout: most.milliseconds + 60_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    routerOptions,
    rewriteUrl,
    return503OnClosing: true,
  })
  timeBodies(app.server)
  decoratePages(app, config)
  decorateKeptPages(app, house)
  answerTroubles(app)
  await app.register(cookie)
  // Forms alone: what browsers cannot send by themselves has no business here.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit, parser: (body) => parse(body, '&', '=', { maxKeys: 0 }) })
  await app.register(helmet, headers(config.publicUrl))
  allowFrames(app)
  await app.register(underPressure, tooBusy)
  await app.register(rateLimit, limits)
  refuseForeignForms(app, config)
  guardAccess(app, house)
  for (const feature of features) feature(app, house)
  return app
}

/**
 * The plugin takes an interval without a single measurement for an endless delay: shorter ones than the limit itself
 * would have a server that waited a second for its processor turn everybody away.
 */
const tooBusy = { maxEventLoopDelay: 5_000, sampleInterval: 5_000, retryAfter: 10 }
