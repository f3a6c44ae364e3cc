import type { Database } from '../db/open.ts'
import { forgetIntroductions } from './agenda/forget-introductions.ts'
import { forgetSteps } from './agenda/forget-steps.ts'
import { backUpApart } from './backups/by-itself.ts'
import { isDue, lastBackup } from './backups/last.ts'
import type { Job } from './clockwork.ts'
import type { Config } from './config.ts'
import { forgetVoices } from './dialogue/forget.ts'
import { remindAnswerers } from './dialogue/remind.ts'
import { filesOf } from './files/files-of.ts'
import { remindGuardians } from './guardians/remind.ts'
import { remindOfChildren } from './guardianships/remind.ts'
import { reading } from './inbound/reading.ts'
import { forgetReceived } from './inbound/taken-in.ts'
import { writers } from './letters.ts'
import { forgetOldLetters } from './mail/forget.ts'
import { postLetters } from './mail/post.ts'
import { signingOf } from './mail/signing.ts'
import { newTraffic } from './mail/traffic.ts'
import { smtpTransport } from './mail/transport.ts'
import { type Log, watchLetters } from './mail/watch.ts'
import { goOnQueueing } from './mailings/queue-mailing.ts'
import { forgetMaterials } from './materials/forget.ts'
import { sweepMaterials } from './materials/sweep.ts'
import { shareErasures } from './my-data/shared-erasures.ts'
import { forgetSessions } from './organisers/forget.ts'
import { forgetObjections } from './photos/forget.ts'
import { sweepPhotos } from './photos/sweep.ts'
import { forgetVoters } from './polls/forget-voters.ts'
import { sweepLogos } from './projects/sweep-logos.ts'
import { forgetProofs } from './proofs/forget.ts'
import { forgetAnswers } from './questions/forget-answers.ts'
import { remindOfQuestions } from './questions/remind.ts'
import { sweepAnswers } from './questions/sweep.ts'
import { forgetEmergencyContacts } from './registrations/forget-emergency-contacts.ts'
import { lapsePlaces } from './registrations/places/offer.ts'
import { remindOfMeetings } from './reminders/remind.ts'
import { forgetCopies } from './retention/forget-copies.ts'
import { forgetPeople } from './retention/forget-people.ts'
import { forgetUnanswered } from './retention/forget-unanswered.ts'
import { forgetFactorsOfFormer } from './second-factors/forget-former.ts'
import { forgetSlides } from './slides/forget.ts'
import { remindOfSlides } from './slides/remind.ts'
import { sweepSlides } from './slides/sweep.ts'
import { forgetSpeakers } from './speakers/forget.ts'
import { remindSpeakers } from './speakers/remind.ts'
import { sweepPictures } from './speakers/sweep-pictures.ts'
import { forgetStories } from './stories/forget.ts'
import { remindOfDrafts } from './stories/remind.ts'
import { askWhoCame } from './survey/ask.ts'
import { forgetSurveys } from './survey/forget.ts'
import { forgetReports } from './trusted/forget.ts'
import { forgetUnsubscribeLinks } from './unsubscribe/links.ts'

/** What the clock does, each one call into the domain. `stop` ends a long posting after the letters on their way. */
export function jobs(db: Database, config: Config, stop: AbortSignal, log: Log): Job[] {
  const files = filesOf(config)
  return [
    ...posting(db, config, stop, log),
    ...reading(db, config, stop),
    ...backingUp(config, stop),
    { name: 'lapse places', everySeconds: 20, run: (now) => lapsePlaces(db, now) },
    { name: 'queue mailings', everySeconds: 20, run: (now) => goOnQueueing(db, now) },
    { name: 'remind guardians', everySeconds: 600, run: (now) => remindGuardians(db, now) },
    { name: 'remind guardians of children', everySeconds: 300, run: (now) => remindOfChildren(db, now) },
    { name: 'remind of slides', everySeconds: 60, run: (now) => remindOfSlides(db, now) },
    { name: 'remind speakers', everySeconds: 600, run: (now) => remindSpeakers(db, now) },
    { name: 'remind of drafts', everySeconds: 300, run: (now) => remindOfDrafts(db, now) },
    { name: 'remind of meetings', everySeconds: 60, run: (now) => remindOfMeetings(db, now) },
    { name: 'remind of questions', everySeconds: 600, run: (now) => remindOfQuestions(db, now) },
    { name: 'remind answerers', everySeconds: 600, run: (now) => remindAnswerers(db, now) },
    { name: 'ask who came', everySeconds: 600, run: (now) => askWhoCame(db, now) },
    ...forgetting(db, config),
    { name: 'share erasures', everySeconds: 600, run: (now) => shareErasures(db, files, now) },
    { name: 'sweep answers', everySeconds: 3600, run: (now) => sweepAnswers(db, files, now) },
    { name: 'sweep logos', everySeconds: 3600, run: (now) => sweepLogos(db, files, now) },
    { name: 'sweep materials', everySeconds: 3600, run: (now) => sweepMaterials(db, files, now) },
    { name: 'sweep pictures', everySeconds: 3600, run: (now) => sweepPictures(db, files, now) },
    { name: 'sweep photos', everySeconds: 3600, run: (now) => sweepPhotos(db, files, now) },
    { name: 'sweep slides', everySeconds: 3600, run: (now) => sweepSlides(db, files, now) },
  ]
}

/** Without a mail server the letters stay in the outbox, to be read and handed on. */
function posting(db: Database, config: Config, stop: AbortSignal, log: Log): Job[] {
  if (!config.smtpUrl) return []
  const ways = { signing: signingOf(config) }
  const [transport, urgentTransport] = [smtpTransport(config.smtpUrl, ways), smtpTransport(config.smtpUrl, ways)]
  stop.addEventListener('abort', () => transport.close())
  stop.addEventListener('abort', () => urgentTransport.close())
  const post = { writers, config, now: () => Temporal.Now.instant(), stop, traffic: newTraffic() }
  return [
    // On a connection of its own: whoever waits to sign in is not to stand behind letters to slow servers.
    {
      name: 'post urgent letters',
      everySeconds: 1,
      run: () => postLetters(db, { ...post, transport: urgentTransport, only: 'urgent' }),
    },
    { name: 'post letters', everySeconds: 1, run: () => postLetters(db, { ...post, transport }) },
    { name: 'watch letters', everySeconds: 60, run: (now) => watchLetters(db, log, now) },
  ]
}

/** Looked at every ten minutes, so that one that failed is soon tried again. */
function backingUp(config: Config, stop: AbortSignal): Job[] {
  if (!config.backups) return []
  const { everyHours } = config.backups
  const run = async (now: Temporal.Instant) => {
    if (isDue(await lastBackup(config.dataDir), everyHours, now)) await backUpApart(stop)
  }
  return [{ name: 'back up', everySeconds: 600, run }]
}

/** Every hour what is due is forgotten, and the log emptied of it. */
function forgetting(db: Database, config: Config): Job[] {
  const files = filesOf(config)
  const forget: Record<string, Job['run']> = {
    people: (now) => forgetPeople(db, files, now),
    answers: (now) => forgetAnswers(db, files, now),
    'emergency contacts': (now) => forgetEmergencyContacts(db, now),
    unanswered: (now) => forgetUnanswered(db, files, now),
    speakers: (now) => forgetSpeakers(db, files, now),
    introductions: (now) => forgetIntroductions(db, now),
    steps: (now) => forgetSteps(db, now),
    stories: (now) => forgetStories(db, now),
    received: (now) => forgetReceived(db, now),
    letters: (now) => forgetOldLetters(db, now),
    voters: (now) => forgetVoters(db, now),
    sessions: (now) => forgetSessions(db, now),
    'second factors': (now) => forgetFactorsOfFormer(db, now),
    proofs: (now) => forgetProofs(db, now),
    'unsubscribe links': (now) => forgetUnsubscribeLinks(db, now),
    objections: (now) => forgetObjections(db, now),
    slides: (now) => forgetSlides(db, files, now),
    voices: (now) => forgetVoices(db, now),
    'abuse reports': (now) => forgetReports(db, now),
    materials: (now) => forgetMaterials(db, files, now),
    surveys: (now) => forgetSurveys(db, now),
    copies: (now) => forgetCopies(config, now),
  }
  return Object.entries(forget).map(([what, run]) => ({
    name: `forget ${what}`,
    everySeconds: 3600,
    run: async (now) => {
      await run(now)
      await db.emptyLog()
    },
  }))
}
