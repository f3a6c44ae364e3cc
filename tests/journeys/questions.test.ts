import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerValue } from '../../server/questions/answer-value.ts'
import { answersOfComers, questionsOf } from '../../server/questions/queries.ts'
import { answerText } from '../../views/questions/answer-text.ts'
import { say } from '../../views/say.ts'
import { launchBrowser } from '../browser.ts'
import { openForTest } from '../database.ts'
import { openMailbox } from '../mailbox.ts'
import { ask } from '../questions/cast.ts'
import { startServer } from '../server.ts'
import { pdf } from '../slides/papers.ts'
import { world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()

/** A meeting that asks about food at sign-up, and for more once the place is sure. */
async function asking() {
  const here = await world({ startsAt: present.add({ hours: 240 }), endsAt: present.add({ hours: 243 }) })
  const text = (label: string) => ({ label: { lv: label, en: label } })
  const meal = await ask(here, 'yes-no', 'Meal', { ...text('Will you eat with us?'), required: true }, present)
  const onlyIf = { questionId: meal.question.id, answers: ['yes'] }
  const diet = await ask(here, 'choice', 'Diet', { ...text('What do you eat?'), required: true, onlyIf }, present)
  const needs = await ask(here, 'text', 'Needs', { ...text('What would help you?'), asked: 'with-place' }, present)
  const paper = await ask(here, 'file', 'Paper', { ...text('Your permission'), required: true }, present)
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { ...here, mailbox, server, meal, diet, needs, paper }
}

test.each([true, false])(
  'the questions are answered on a phone, with JavaScript: %s',
  { timeout: 60_000 },
  async (javaScriptEnabled) => {
    const here = await asking()
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'en' })
    const page = await context.newPage()
    await page.goto(`${here.server.url}/gen-y-city/kickoff/register?lang=en`)
    const diet = page.getByRole('group', { name: 'What do you eat?' })
    expect(await diet.isVisible()).toBe(!javaScriptEnabled)
    expect(await page.getByText('Only if the answer to “Will you eat with us?” is: yes').isVisible()).toBe(
      !javaScriptEnabled,
    )
    await page.fill('[name=name]', 'Noor')
    await page.fill('[name=email]', 'noor@example.org')
    await page.selectOption('[name=group]', { label: 'Pupil' })
    await page.getByLabel('yes', { exact: true }).check()
    await page.locator('form button').click()
    expect(await page.locator('#problems a').count()).toBe(1)
    expect(await diet.isVisible()).toBe(true)
    await page.getByLabel('Vegetarian').check()
    if (javaScriptEnabled) {
      await page.getByLabel('no', { exact: true }).check()
      expect(await diet.isVisible()).toBe(false)
      await page.getByLabel('yes', { exact: true }).check()
    }
    await page.locator('form button').click()
    await page.waitForURL('**/registered')

    const [letter] = await here.mailbox.until(1)
    await page.goto(/http:\S+\/mine\/\S+\/questions/.exec(letter?.text ?? '')?.[0] ?? '')
    expect(await page.getByLabel('Vegetarian').isChecked()).toBe(true)
    await page.getByLabel('What would help you?').fill('A seat in front')
    if (!javaScriptEnabled) {
      await page.getByRole('button', { name: 'Save my answers' }).click()
      await page.getByText('1 question to go').waitFor()
    }
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
    await page.getByLabel('File').setInputFiles(file('page.pdf', Buffer.from('<html>')))
    await page.getByRole('button', { name: 'Send the file' }).click()
    await page.getByText('We cannot take this kind of file').first().waitFor()
    await page.getByLabel('File').setInputFiles(file('permission.pdf', pdf()))
    await page.getByRole('button', { name: 'Send the file' }).click()
    await page.getByText('Thank you, we have your answers').waitFor()
    expect(await page.getByRole('link', { name: 'permission.pdf' }).isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await context.close()
    await here.server.kill('SIGTERM')

    const db = await openForTest(here.db.url)
    const given = await answersOfComers(db, here.kickoff)
    const read = (await questionsOf(db, here.kickoff)).map(({ question, wording }) => {
      const [answer] = given.get(question.id) ?? []
      return answer ? answerText(say('en'), ['lv', 'en'], wording, answerValue(answer)) : null
    })
    expect(read).toEqual(['yes', 'Vegetarian', 'A seat in front', 'a file'])
  },
)
