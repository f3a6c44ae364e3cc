import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { slotSpeakers, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { launchBrowser } from '../browser.ts'
import { cast, noor } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, fillAndSend, signInByLetter } from './desk.ts'
import { phone, signUp } from './phone.ts'
import { invitationOf, lettersTo } from './post.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Five in the afternoon, two weeks ahead. */
const five = Temporal.Now.zonedDateTimeISO('Europe/Riga').add({ days: 14 }).startOfDay().with({ hour: 17 })
const startsAt = five.toInstant()

/** A released agenda of two stories, on the real server; no quiet time, so that nobody has to wait. */
async function evening() {
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }), quietMinutes: 0 })
  const { db, project, kickoff, owner } = here
  const { id: dayId } = await firstDay(db, kickoff)
  const luna = await addSlot(db, project, kickoff, story('Luna', { dayId }), owner, here.now)
  await addSlot(db, project, kickoff, story('Imbir', { dayId }), owner, here.now)
  await releaseAgenda(db, project, kickoff, owner, here.now)
  await db.transact(
    async (tx) => {
      const band = { projectId: project.id, name: 'Luna komanda', email: 'luna@example.com', locale: 'en' as const }
      const [made = expect.unreachable()] = await tx.insert(speakers).values(band).returning()
      await tx.insert(slotSpeakers).values({ slotId: luna.id, speakerId: made.id, position: 1, standing: 'accepted' })
    },
    { touches: 'everything' },
  )
  await db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl })
  return { ...here, luna, mailbox, url: server.url }
}

test('an organiser stretches a story and releases it: guest and speaker read old and new, the calendar follows', async () => {
  const { mailbox, url, luna } = await evening()
  await signUp(await phone(browser), `${url}/gen-y-city/kickoff`, noor)
  await mailbox.until(1)
  const organiser = await desk(browser, false)
  await signInByLetter(organiser, url, mailbox, cast.owner.email)

  const agenda = `${url}/organise/gen-y-city/kickoff/agenda`
  await organiser.goto(`${agenda}/slots/luna`)
  await organiser.fill('main [name="minutes"]:not([type="hidden"])', '25')
  await fillAndSend(organiser, {}, 'Save')
  await organiser.goto(`${agenda}/changes`)
  expect(await organiser.locator('main').textContent()).toContain(
    'One person who signed up and one speaker may hear of it',
  )
  await fillAndSend(organiser, {}, 'Release')
  await mailbox.until(4)

  const toGuest = lettersTo(mailbox, noor.email).at(-1)
  expect(toGuest?.subject).toBe('Agenda changed: Kick-off')
  expect(toGuest?.text).toContain('17:00–17:25: Luna\n  Before: 17:00–17:10')
  expect(toGuest?.text).toContain('17:25–17:35: Imbir\n  Before: 17:10–17:20')
  const toSpeaker = lettersTo(mailbox, 'luna@example.com').at(-1) ?? expect.unreachable()
  expect(toSpeaker.text).toContain('How long: 25 min\n  Before: 10 min')
  expect(invitationOf(toSpeaker)).toMatchObject({
    ...{ method: 'REQUEST', uid: luna.id, sequence: 1, startsAt: startsAt.toString() },
    endsAt: startsAt.add({ minutes: 25 }).toString(),
  })

  const speaker = await phone(browser)
  await speaker.goto(/http:\S+\/speaker\/\S+/.exec(toSpeaker.text ?? '')?.[0] ?? '')
  expect(await speaker.locator('main').textContent()).toMatch(/17:00–17:25/)
})
