import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { parsers } from '../calendar/parsers.ts'
import { cast, liga, mark, noor, sami, type Young } from '../cast.ts'
import { freshUrl } from '../database.ts'
import { type Mailbox, openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { addMeeting, world } from '../world.ts'
import { desk, doAndConfirm, fillAndSend, signInByLetter } from './desk.ts'
import { phone, signUp } from './phone.ts'
import { lettersTo, ownLink, told } from './post.ts'

// Whole stories, letters and all, take longer than single deeds.
vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Five in the afternoon, two weeks ahead: an hour more stays within the day. */
const five = Temporal.Now.zonedDateTimeISO('Europe/Riga').add({ days: 14 }).startOfDay().with({ hour: 17 })
const startsAt = five.toInstant()
const anHourLater = startsAt.add({ hours: 1 })

/** A meeting at five and one a day later, on the real server, with an organiser who has signed in by letter. */
async function office(kickoff: Partial<Meeting> = {}, javaScript = false) {
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }), ...kickoff })
  const [from, to] = [startsAt.add({ hours: 24 }), startsAt.add({ hours: 26 })]
  await addMeeting(here.db, here.project, { slug: 'next', number: 2, startsAt: from, endsAt: to })
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  const organiser = await desk(browser, javaScript)
  await signInByLetter(organiser, server.url, mailbox, cast.owner.email)
  const [meeting, overview] = ['', '/organise'].map((above) => `${server.url}${above}/gen-y-city/kickoff`)
  return { ...here, mailbox, organiser, url: server.url, meeting: `${meeting}`, overview: `${overview}` }
}

/** Everybody in turn, each on a phone of their own; resolves with their letters. */
async function everybodySignsUp(mailbox: Mailbox, meeting: string, people: readonly Young[]) {
  const letters = mailbox.letters.length + people.length
  for (const person of people) await signUp(await phone(browser), meeting, person)
  await mailbox.until(letters)
}

/** Shows that nothing more is on its way: a letter that was caused later has come. */
async function aLaterLetter(mailbox: Mailbox, url: string) {
  await everybodySignsUp(mailbox, `${url}/gen-y-city/next`, [mark])
}

async function calendarAt(address: string, uid: string) {
  const file = await (await fetch(address)).text()
  const [one, other] = Object.values(parsers).map((parse) => parse(file).filter((entry) => entry.uid === uid))
  expect(one).toEqual(other)
  return one?.map(({ startsAt, sequence, status }) => ({ startsAt, sequence, status }))
}

async function textOf(page: Page, address: string): Promise<string> {
  await page.goto(address)
  return (await page.locator('main').textContent()) ?? ''
}

test('from the printed link to the first letter, by clicking only', async () => {
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: await freshUrl(), SMTP_URL: mailbox.smtpUrl })
  const ilze = await desk(browser, true)
  await ilze.goto(/http\S+$/.exec(await server.line(/first organiser/))?.[0] ?? '')
  await fillAndSend(ilze, cast.owner, 'Begin')
  await ilze.waitForURL('**/organise')

  await ilze.getByRole('link', { name: 'New project' }).click()
  await fillAndSend(ilze, { 'title.en': 'Gen-Y City' }, 'Create the project')
  await ilze.getByRole('link', { name: 'Settings' }).click()
  const aim = { 'aim.en': 'Make the city a good place to be young.', contactEmail: 'youth@example.org' }
  await fillAndSend(ilze, aim, 'Save')
  await ilze.getByRole('link', { name: 'Meetings' }).click()

  await ilze.getByRole('link', { name: 'New meeting' }).click()
  const day = { 'day.0.date': five.toPlainDate().toString(), 'day.0.from': '17:00', 'day.0.to': '19:00' }
  const where = { 'placeName.en': 'Youth House', address: 'Parādes iela 1' }
  await fillAndSend(ilze, { 'title.en': 'Kick-off', ...day, ...where, capacity: '20' }, 'Create the draft')
  await ilze.getByRole('link', { name: 'Agenda' }).click()
  await fillAndSend(ilze, { 'title.en': 'City of bats', minutes: '20' }, 'Add a slot')
  await ilze.locator('#slot-city-of-bats').waitFor()
  await ilze.locator('#release').click()
  await ilze.getByRole('button', { name: 'Release' }).click()
  await ilze.getByText('Everybody sees this agenda').waitFor()
  await ilze.locator('.menu-project a').click()
  await ilze.getByRole('button', { name: 'Publish the project' }).click()
  await ilze.getByRole('main').getByRole('link', { name: 'Kick-off' }).click()
  await ilze.getByRole('link', { name: 'Publish the meeting' }).click()
  await ilze.getByRole('button', { name: 'Publish now' }).click()
  const link = await ilze.getByRole('link', { name: 'See it as everybody does' }).getAttribute('href')

  const noors = await phone(browser)
  await signUp(noors, `${server.url}${link}`, noor)
  expect(await noors.locator('h1').textContent()).toBe('You are in!')
  await mailbox.until(1)
  expect(told(mailbox, noor.email)).toMatchObject([
    { method: 'REQUEST', startsAt: startsAt.toString(), only: noor.email },
  ])
  expect(await textOf(noors, `${server.url}${link}`)).toMatch(/17:00\s+City of bats/)
})

test('moved by an hour and then called off, everybody hears of each once, and all calendars agree', async () => {
  const { mailbox, organiser, kickoff, url, meeting, overview } = await office()
  const people = [noor, sami, liga]
  await everybodySignsUp(mailbox, meeting, people)

  await organiser.goto(`${overview}/settings`)
  await fillAndSend(organiser, { 'day.0.from': '18:00', 'day.0.to': '20:00' }, 'Save')
  await organiser.waitForURL(overview)
  await mailbox.until(1 + 3 + 3)
  for (const { email, locale } of people) {
    const letter = lettersTo(mailbox, email).at(-1)
    const [was, is] = locale === 'lv' ? ['17.00–19.00', '18.00–20.00'] : ['17:00–19:00', '18:00–20:00']
    for (const written of [letter?.text, letter?.html])
      expect([email, written]).toEqual([email, expect.stringContaining(was)])
    for (const written of [letter?.text, letter?.html])
      expect([email, written]).toEqual([email, expect.stringContaining(is)])
  }
  const reader = await phone(browser)
  expect(await textOf(reader, meeting)).toMatch(/18:00–20:00/)
  const moved = [{ startsAt: anHourLater.toString(), sequence: 1, status: 'CONFIRMED' }]
  expect(await calendarAt(`${url}/gen-y-city/calendar.ics`, kickoff.id)).toEqual(moved)

  const late = await phone(browser)
  await late.goto(`${meeting}/register?lang=en`)
  await fillAndSend(late, { name: mark.name, email: 'not yet' }, 'Count me in')
  await doAndConfirm(organiser, overview, 'Call the meeting off', 'Call it off')
  await mailbox.until(1 + 3 + 3 + 3)
  await aLaterLetter(mailbox, url)
  expect(mailbox.letters).toHaveLength(1 + 3 + 3 + 3 + 1)
  for (const { email } of people) {
    const always = { uid: kickoff.id, only: email }
    expect(told(mailbox, email)).toEqual([
      { ...always, method: 'REQUEST', sequence: 0, status: 'CONFIRMED', startsAt: startsAt.toString() },
      { ...always, method: 'REQUEST', sequence: 1, status: 'CONFIRMED', startsAt: anHourLater.toString() },
      { ...always, method: 'CANCEL', sequence: 2, status: 'CANCELLED', startsAt: anHourLater.toString() },
    ])
  }
  const calledOff = [{ startsAt: anHourLater.toString(), sequence: 2, status: 'CANCELLED' }]
  expect(await calendarAt(`${url}/gen-y-city/calendar.ics`, kickoff.id)).toEqual(calledOff)
  expect(await calendarAt(`${meeting}/calendar.ics`, kickoff.id)).toEqual(calledOff)
  expect(await textOf(reader, `${meeting}/register`)).toContain('This meeting has been called off.')
  expect(await reader.locator('main form').count()).toBe(0)
  await late.selectOption('[name=group]', { index: 1 })
  await fillAndSend(late, { email: mark.email }, 'Count me in')
  await late.getByText('This meeting has been called off.').waitFor()
})

test('a place given back goes to the next in line, who takes it on the page behind their letter', async () => {
  const { mailbox, kickoff, url, meeting } = await office({ capacity: 1 })
  await everybodySignsUp(mailbox, meeting, [noor, sami, liga])
  const noors = await phone(browser)
  await noors.goto(ownLink(mailbox, noor.email))
  await noors.getByText('I can’t come after all').click()
  await noors.getByRole('button', { name: 'Cancel' }).click()
  await mailbox.until(1 + 3 + 2)

  const samis = await phone(browser)
  await samis.goto(`${ownLink(mailbox, sami.email)}?lang=en`)
  expect(await samis.locator('h1').textContent()).toBe('A place is free for you')
  await samis.getByRole('button', { name: 'I am coming' }).click()
  await mailbox.until(1 + 3 + 2 + 1)
  await aLaterLetter(mailbox, url)

  const always = { uid: kickoff.id, startsAt: startsAt.toString() }
  expect(told(mailbox, noor.email)).toEqual([
    { ...always, only: noor.email, method: 'REQUEST', sequence: 0, status: 'CONFIRMED' },
    { ...always, only: noor.email, method: 'CANCEL', sequence: 1, status: null },
  ])
  const invited = { ...always, only: sami.email, method: 'REQUEST', sequence: 0, status: 'CONFIRMED' }
  expect(told(mailbox, sami.email)).toEqual([null, null, invited])
  expect(told(mailbox, liga.email)).toEqual([null])
  await samis.goto(`${ownLink(mailbox, sami.email)}?lang=en`)
  expect(await samis.locator('h1').textContent()).toBe('You are in!')
})

test('postponed without a date, everybody keeps their place, and the new date reaches them all', async () => {
  const { mailbox, organiser, kickoff, url, meeting, overview } = await office({ capacity: 2 }, true)
  const [guests, reader] = [[noor, sami], await phone(browser)]
  await everybodySignsUp(mailbox, meeting, [...guests, liga])
  await doAndConfirm(organiser, overview, 'Postpone the meeting', 'Postpone it')
  await mailbox.until(1 + 3 + 3)
  expect(await textOf(reader, `${meeting}/register`)).toContain('This meeting has been postponed.')

  await organiser.goto(`${overview}/settings`)
  const later = five.add({ days: 7 })
  await fillAndSend(organiser, { 'day.0.date': later.toPlainDate().toString() }, 'Save')
  await organiser.waitForURL(overview)
  await mailbox.until(1 + 3 + 3 + 3)
  await aLaterLetter(mailbox, url)
  expect(mailbox.letters).toHaveLength(1 + 3 + 3 + 3 + 1)
  for (const { email } of guests) {
    const always = { uid: kickoff.id, only: email, method: 'REQUEST' }
    expect(told(mailbox, email)).toEqual([
      { ...always, sequence: 0, status: 'CONFIRMED', startsAt: startsAt.toString() },
      { ...always, sequence: 1, status: 'TENTATIVE', startsAt: startsAt.toString() },
      { ...always, sequence: 2, status: 'CONFIRMED', startsAt: later.toInstant().toString() },
    ])
  }
  expect(told(mailbox, liga.email)).toEqual([null, null, null])
  expect(await textOf(reader, `${meeting}/register`)).toContain('waiting list')
})
