import type { FastifyInstance } from 'fastify'
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
import { featuresOfTheDay } from './features-of-the-day.ts'
import { feedRoutes } from './feeds/routes.ts'
import { askGuardianRoutes } from './guardians/ask-routes.ts'
import { guardianRoutes } from './guardians/routes.ts'
import { ownGuardianRoutes } from './guardianships/own-routes.ts'
import { guardianshipRoutes } from './guardianships/routes.ts'
import type { House } from './house.ts'
import { importRoutes } from './imports/routes.ts'
import { inviteManyRoutes } from './invitations/many-routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { letterTextRoutes } from './letter-texts/routes.ts'
import { outboxLetterRoutes } from './mail/outbox/letter-routes.ts'
import { outboxRoutes } from './mail/outbox/routes.ts'
import { letterWordsRoutes } from './mail/outbox/words-routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { mailingRoutes } from './mailings/routes.ts'
import { mailingSendingRoutes } from './mailings/sending-routes.ts'
import { deedRoutes } from './meetings/deed-routes.ts'
import { planningRoutes } from './meetings/planning-routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { shareRoutes } from './meetings/share-routes.ts'
import { myDataRoutes } from './my-data/routes.ts'
import { helperRoutes } from './organisers/helper-routes.ts'
import { peopleRoutes } from './organisers/people-routes.ts'
import { organiserRoutes } from './organisers/routes.ts'
import { sessionRoutes } from './organisers/session-routes.ts'
import { signInRoutes } from './organisers/sign-in-routes.ts'
import { partyRoutes } from './parties/routes.ts'
import { logoRoutes } from './projects/logo-routes.ts'
import { projectRoutes } from './projects/routes.ts'
import { projectSettingsRoutes } from './projects/settings-routes.ts'
import { projectWorkspaceRoutes } from './projects/workspace-routes.ts'
import { guardRoutes } from './proofs/routes.ts'
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
import { passkeyRoutes } from './second-factors/passkey-routes.ts'
import { proveRoutes } from './second-factors/prove-routes.ts'
import { secondFactorRoutes } from './second-factors/routes.ts'
import { signInSecondRoutes } from './second-factors/sign-in-routes.ts'
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
import { unsubscribeRoutes } from './unsubscribe/routes.ts'
import { workshopDeskRoutes } from './workshops/desk-routes.ts'
import { ownWorkshopRoutes } from './workshops/own-routes.ts'

/** The table of contents: each feature adds its routes. */
export const features: ((app: FastifyInstance, house: House) => void)[] = [
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
  guardRoutes,
  agendaRoutes,
  releaseRoutes,
  slotRoutes,
  placingRoutes,
  lateRoutes,
  roomRoutes,
  scheduleRoutes,
  readingRoutes,
  liveRoutes,
  letterTextRoutes,
  mailRoutes,
  outboxRoutes,
  outboxLetterRoutes,
  letterWordsRoutes,
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
  mailingSendingRoutes,
  unsubscribeRoutes,
  questionRoutes,
  ownWorkshopRoutes,
  workshopDeskRoutes,
  bulkRoutes,
  lineRoutes,
  exportRoutes,
  oneRegistrationRoutes,
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
  signInSecondRoutes,
  secondFactorRoutes,
  passkeyRoutes,
  proveRoutes,
  organiserRoutes,
  sessionRoutes,
  peopleRoutes,
  helperRoutes,
  ...featuresOfTheDay,
]
