import type { FastifyInstance } from 'fastify'
import { commitmentDeskRoutes } from './commitments/desk-routes.ts'
import { commitmentRoutes } from './commitments/routes.ts'
import { answerRoutes } from './dialogue/answer-routes.ts'
import { dialogueDeskRoutes } from './dialogue/desk-routes.ts'
import { promiseRoutes } from './dialogue/promise-routes.ts'
import { dialogueRoutes } from './dialogue/routes.ts'
import { contactRoutes } from './door/contact-routes.ts'
import { headRoutes } from './door/head-routes.ts'
import { paperRoutes } from './door/paper-routes.ts'
import { doorPhoneRoutes } from './door/phone-routes.ts'
import { doorRoutes } from './door/routes.ts'
import { shownCodeRoutes } from './door/shown-code-routes.ts'
import { walkInRoutes } from './door/walk-in-routes.ts'
import type { House } from './house.ts'
import { ideaRoutes } from './ideas/routes.ts'
import { wallRoutes } from './ideas/wall-routes.ts'
import { materialsDeskRoutes } from './materials/desk-routes.ts'
import { materialRoutes } from './materials/routes.ts'
import { minutesDeskRoutes } from './minutes/desk-routes.ts'
import { minutesRoutes } from './minutes/routes.ts'
import { newsDeskRoutes } from './news/desk-routes.ts'
import { newsDraftRoutes } from './news/draft-routes.ts'
import { newsRoutes } from './news/routes.ts'
import { numbersFileRoutes } from './numbers/file-routes.ts'
import { numbersRoutes } from './numbers/routes.ts'
import { photoDeskRoutes } from './photos/desk-routes.ts'
import { galleryRoutes } from './photos/gallery-routes.ts'
import { onePhotoRoutes } from './photos/one-routes.ts'
import { previewRoutes } from './photos/preview-routes.ts'
import { pollDeskRoutes } from './polls/desk-routes.ts'
import { pollRoutes } from './polls/routes.ts'
import { reportDeskRoutes } from './report/desk-routes.ts'
import { reportRoutes } from './report/routes.ts'
import { hallRoutes } from './room/hall-routes.ts'
import { joinRoutes } from './room/join-routes.ts'
import { moderateRoutes } from './room/moderate-routes.ts'
import { phoneRoutes } from './room/routes.ts'
import { runSheetRoutes } from './run-sheet/routes.ts'
import { feedbackRoutes } from './survey/feedback-routes.ts'
import { surveyResultsRoutes } from './survey/results-routes.ts'
import { surveyRoutes } from './survey/routes.ts'
import { abuseReportRoutes } from './trusted/desk-routes.ts'
import { helpRoutes } from './trusted/routes.ts'

/** What a meeting needs on its day, and what remains of it. */
export const featuresOfTheDay: ((app: FastifyInstance, house: House) => void)[] = [
  numbersRoutes,
  numbersFileRoutes,
  reportDeskRoutes,
  reportRoutes,
  newsRoutes,
  newsDeskRoutes,
  newsDraftRoutes,
  commitmentRoutes,
  commitmentDeskRoutes,
  joinRoutes,
  phoneRoutes,
  hallRoutes,
  moderateRoutes,
  doorRoutes,
  walkInRoutes,
  contactRoutes,
  headRoutes,
  paperRoutes,
  doorPhoneRoutes,
  runSheetRoutes,
  pollRoutes,
  pollDeskRoutes,
  minutesRoutes,
  minutesDeskRoutes,
  shownCodeRoutes,
  materialRoutes,
  materialsDeskRoutes,
  photoDeskRoutes,
  onePhotoRoutes,
  galleryRoutes,
  previewRoutes,
  surveyRoutes,
  surveyResultsRoutes,
  feedbackRoutes,
  dialogueDeskRoutes,
  answerRoutes,
  promiseRoutes,
  dialogueRoutes,
  wallRoutes,
  ideaRoutes,
  helpRoutes,
  abuseReportRoutes,
]
