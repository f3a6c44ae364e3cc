import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { setPicture } from '../../server/speakers/picture.ts'
import { freshSpeaker } from '../../server/speakers/queries.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { launchBrowser } from '../browser.ts'
import { cast } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { youngSpeaker } from '../guardians/young.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { linkOf } from '../speakers/cast.ts'
import { world } from '../world.ts'
import { desk, signInByLetter } from './desk.ts'
import { phone } from './phone.ts'
import { lettersTo } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const startsAt = present.add({ hours: 24 * 14 }).round('hour')

/** Elīna, who is under 18, has a story, a picture and a link; organisers, guardians and the public are at their browsers. */
async function stage() {
  const { db, project, kickoff, owner } = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Sikspārņi', { dayId: day.id }), owner, present)
  const elina = await youngSpeaker(db, project, slot, { email: 'elina@example.org' })
  const dataDir = freshFolder()
  const grey = sharp({ create: { width: 40, height: 40, channels: 3, background: 'grey' } })
  await setPicture(db, filesInFolder(dataDir), project, elina, await grey.png().toBuffer(), present)
  const { pictureId } = (await freshSpeaker(db, project, elina)) ?? expect.unreachable()
  const own = await linkOf(db, elina, kickoff, present)
  await db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl, DATA_DIR: dataDir })
  const organiser = await desk(browser, false)
  await signInByLetter(organiser, server.url, mailbox, cast.owner.email)
  return { mailbox, organiser, url: server.url, own: `${server.url}/speaker/${own}`, pictureId }
}

async function release(organiser: Page, url: string) {
  await organiser.goto(`${url}/organise/gen-y-city/kickoff/agenda/changes`)
  await organiser.getByRole('button', { name: 'Release' }).click()
}

/** What the public finds: in which of these the name is, and whether the picture can be had. */
async function found(url: string, pictureId: string | null) {
  const meeting = `${url}/gen-y-city/kickoff`
  const places = ['', '/siksparni', '/schedule.json', '/siksparni/calendar.ics']
  const texts = await Promise.all(places.map(async (place) => await (await fetch(meeting + place)).text()))
  const named = places.filter((_, i) => texts[i]?.includes('Elīna'))
  const pictured = places.filter((_, i) => texts[i]?.includes(`${pictureId}`))
  return { named, pictured, picture: (await fetch(`${url}/pictures/${pictureId}.webp`)).status }
}

async function answer(page: Page, choices: Record<string, boolean>, button: string) {
  const change = page.getByText('Change my answer')
  if (await change.isVisible()) await change.click()
  for (const [name, ticked] of Object.entries(choices)) await page.setChecked(`[name=${name}]`, ticked)
  await page.fill('[name=signedBy]', 'Anna Liepa')
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('details[open]').waitFor({ state: 'detached' })
  await page.getByText('Thank you for your answer').waitFor()
}

test('a guardian’s two choices decide what the public sees, and taken back they hold at once; all without JavaScript', {
  timeout: 60_000,
}, async () => {
  const { mailbox, organiser, url, own, pictureId } = await stage()
  const nothing = { named: [], pictured: [], picture: 404 }
  await release(organiser, url)
  expect(await found(url, pictureId)).toEqual(nothing)

  const elinas = await phone(browser)
  await elinas.goto(`${own}?lang=en`)
  await elinas.fill('[name=guardianEmail]', 'Elina@example.org')
  await elinas.getByRole('button', { name: 'Ask the guardian' }).click()
  await elinas.locator('#field-guardianEmail-problem').waitFor()
  await elinas.fill('[name=guardianEmail]', 'anna@example.org')
  await elinas.selectOption('[name=guardianLanguage]', 'en')
  await elinas.getByRole('button', { name: 'Ask the guardian' }).click()
  await elinas.getByText('Waiting for an answer').waitFor()

  await mailbox.until(2)
  const [letter] = lettersTo(mailbox, 'anna@example.org')
  expect(letter?.subject).toBe('We ask you as a parent or guardian: Kick-off')
  const annas = await phone(browser)
  await annas.goto(`${/http:\S+\/guardian\/\S+/.exec(letter?.text ?? '')?.[0]}?lang=en`)
  await answer(annas, { nameAgreed: true, pictureAgreed: false }, 'Send my answer')
  expect(await found(url, pictureId)).toEqual(nothing)

  await release(organiser, url)
  const all = ['', '/siksparni', '/schedule.json', '/siksparni/calendar.ics']
  expect(await found(url, pictureId)).toEqual({ named: all, pictured: [], picture: 404 })
  await answer(annas, { pictureAgreed: true }, 'Send my answer')
  expect(await found(url, pictureId)).toMatchObject({
    named: all,
    pictured: ['/siksparni', '/schedule.json'],
    picture: 200,
  })

  await answer(annas, {}, 'Take it back: neither name nor picture')
  expect(await found(url, pictureId)).toEqual(nothing)
  const readers = await phone(browser)
  await readers.goto(`${url}/gen-y-city/kickoff/siksparni?lang=en`)
  expect(await readers.locator('h1').textContent()).toContain('Sikspārņi')
})
