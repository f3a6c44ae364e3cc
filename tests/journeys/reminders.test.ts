import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { setReminders } from '../../server/reminders/set-reminders.ts'
import { launchBrowser } from '../browser.ts'
import { cast, noor } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, fillAndSend, signInByLetter } from './desk.ts'

// Letters, a sign-in and three forms.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const ago = (days: number) => Temporal.Now.instant().subtract({ hours: 24 * days })
const noonTomorrow = Temporal.Now.zonedDateTimeISO('Europe/Riga').add({ days: 1 }).startOfDay().with({ hour: 12 })
const startsAt = noonTomorrow.toInstant()

/** A meeting at noon tomorrow of which its one person was to be reminded two days before, while nobody was there to. */
async function overdue() {
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const { db, project, kickoff, owner, pupils } = here
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, ago(9))
  await post(db, (await postOffice()).url, ago(9))
  await setReminders(db, { project, meeting: kickoff }, [48], owner, ago(8))
  await db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl })
  return { mailbox, url: server.url }
}

test.each([
  ['with', true],
  ['without', false],
])(
  '%s JavaScript: a reminder that is late comes at once, and all come again when the meeting moves',
  async (_, script) => {
    const { mailbox, url } = await overdue()
    const [reminder] = await mailbox.until(1)
    expect(reminder?.subject).toBe('See you soon: Kick-off')
    expect(reminder?.attachments.map(({ cid }) => cid)).toEqual(['door-code'])

    const organiser = await desk(browser, script)
    await signInByLetter(organiser, url, mailbox, cast.owner.email)
    const page = `${url}/organise/gen-y-city/kickoff/reminders`
    const planned = async () => {
      await organiser.goto(page)
      return (await organiser.locator('.needs li').allTextContents()).map((line) => line.split('·')[1]?.trim())
    }
    expect(await planned()).toEqual(['its time has passed'])
    await organiser.getByLabel('7 days before').check()
    await organiser.getByRole('button', { name: 'Save' }).click()
    expect(await planned()).toEqual(['its time has passed', 'its time has passed'])

    await organiser.goto(`${url}/organise/gen-y-city/kickoff/settings`)
    const day = noonTomorrow.add({ days: 21 }).toPlainDate().toString()
    await fillAndSend(organiser, { 'day.0.date': day }, 'Save')
    expect(await planned()).toEqual(['goes to 1 person', 'goes to 1 person'])
    const letters = await mailbox.until(3)
    expect(letters.filter(({ subject }) => subject === reminder?.subject)).toHaveLength(1)
  },
)
