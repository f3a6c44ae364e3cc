import { expect, test } from 'vitest'
import { history, letterTexts } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const list = '/organise/gen-y-city/letters/texts'
const page = `${list}/confirmation`
const [subject, lead] = ['letter.confirmation.subject', 'letter.confirmation.lead']

async function editor() {
  const here = await world()
  const app = await testApp(here.db)
  const by = async (who: { id: string }, headers: Record<string, string> = {}) => {
    const all = { ...(await signedInAs(here.db, who)), 'accept-language': 'en', ...headers }
    const look = async (url: string) => await app.inject({ url, headers: all })
    const send = async (url: string, fields: Record<string, string>) =>
      await app.inject({ method: 'POST', url, ...form(fields), headers: { ...form(fields).headers, ...all } })
    return { look, send }
  }
  return { ...here, app, by, texts: async () => await here.db.select().from(letterTexts) }
}

test('an organiser puts a letter otherwise in one language; it goes out like that, and back to the usual words', async () => {
  const { db, project, kickoff, pupils, owner, by, texts } = await editor()
  const { look, send } = await by(owner)
  const words = { in: 'en', case: 'one', [subject]: 'Ahoy: {title}', [lead]: "Ahoy & <b>hi</b>!\r\nIt's #1." }
  const saved = await send(page, words)
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `${page}?in=en&case=one`])
  await send(page, words)
  const again = (await look(`${page}?in=en`)).body
  expect(again).toContain('value="Ahoy: {title}"')
  expect(again).toContain('Ahoy &amp; &lt;b&gt;hi&lt;/b&gt;!\nIt&#39;s #1.')
  expect((await look(`${page}?in=uk`)).body).not.toContain('Ahoy')
  expect((await look(list)).body).toContain('Own words:')

  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const office = await postOffice()
  await post(db, office.url, now)
  const [{ mail } = expect.unreachable()] = office.received
  expect(mail.subject).toBe('Ahoy: Kick-off')
  expect(mail.text).toContain("Ahoy & <b>hi</b>!\nIt's #1.\n\nKick-off")
  expect(mail.html).toContain('Ahoy &amp; &lt;b&gt;hi&lt;/b&gt;!<br>It&#39;s #1.')

  await send(`${page}/usual`, { in: 'en' })
  await send(`${page}/usual`, { in: 'en' })
  expect(await texts()).toEqual([])
  const deeds = (await db.select().from(history)).map(({ deed, facts }) => [deed, facts])
  expect(deeds.filter(([deed]) => String(deed).startsWith('letters.'))).toEqual([
    ['letters.worded', { kind: 'confirmation', locale: 'en' }],
    ['letters.usual-words', { kind: 'confirmation', locale: 'en' }],
  ])
})

test.each([
  ['a placeholder it does not have', subject, '{title} {colour}', '{colour} is not among the placeholders'],
  ['one that leads into what stands behind it', subject, '{title.constructor}', 'is not among the placeholders'],
  ['double brackets', subject, '{{title}}', 'A curly bracket stands alone'],
  ['a bracket alone', lead, 'Hi {', 'A curly bracket stands alone'],
  ['branches of their own', subject, '{title, select, other {x}}', 'A curly bracket stands alone'],
  ['none of the placeholders it needs', subject, 'Welcome', '{title} is missing'],
  ['nothing', lead, '  ', 'There are no words here'],
  ['more than anybody reads', lead, 'a'.repeat(10_000), 'This is too long: 2,000'],
  ['a second header', subject, '{title}\r\nBcc: x@example.org', 'A subject is a single line'],
  ['control characters', lead, 'Hi\u0000', 'cannot be kept'],
])('words with %s are refused beside their field and kept to be mended', async (_, field, typed, sentence) => {
  const { owner, by, texts } = await editor()
  const { send, look } = await by(owner)
  const answer = await send(page, { in: 'en', case: 'one', [field]: typed })
  expect(answer.statusCode).toBe(422)
  const id = `field-${field.replaceAll('.', '-')}`
  const problem = new RegExp(`<p class="problem" id="${id}-problem">([^<]*)`).exec(answer.body)?.[1]
  if (sentence !== 'cannot be kept') expect(problem).toContain(sentence)
  expect(problem).toBeTruthy()
  expect(answer.body).toContain(`aria-invalid="true"`)
  expect(await texts()).toEqual([])
  expect((await look(`${page}/html?in=en`)).body).toContain('Hi! You have a place.')
})

test('signs that turn text round are left out, and markup stays text', async () => {
  const { owner, by, texts } = await editor()
  const { send, look } = await by(owner)
  await send(page, { in: 'en', case: 'one', [lead]: '\u202eHi\u2066 <script>alert(1)</script>' })
  expect((await texts()).map(({ text }) => text)).toEqual(['Hi <script>alert(1)</script>'])
  const { body, headers } = await look(`${page}/html?in=en`)
  expect(body).toContain('Hi &lt;script&gt;')
  expect(headers['content-security-policy']).toContain("sandbox; default-src 'none'")
})

test('what branches is written branch by branch, and a branch that only fractions need is written for them', async () => {
  const { owner, by, texts } = await editor()
  const { send, look } = await by(owner)
  const party = 'letter.confirmation.lead-party'
  const { body } = await look(`${page}?in=ru&case=party`)
  const names = [...body.matchAll(/name="letter\.confirmation\.lead-party\.(\w+)"/g)].map(([, branch]) => branch)
  expect(names).toEqual(['one', 'few', 'many'])
  expect(body).toContain('for 2, 3, 4 …')
  expect(body).not.toMatch(/\{\w+, (plural|select)/)
  const branches = {
    [`${party}.one`]: 'Место: {seats}',
    [`${party}.few`]: "Места {seats} 'n #",
    [`${party}.many`]: 'Мест нет',
  }
  await send(page, { in: 'ru', case: 'party', ...branches })
  expect((await texts())[0]?.text).toBe(
    "{seats, plural, one {Место: {seats}} few {Места {seats} ''n '#'} many {Мест нет} other {Мест нет}}",
  )
  const invitation = await look(`${list}/invitation?in=en&case=door`)
  expect(invitation.body).toContain('to a helper at the door')
})

test('the preview says how it reads before anything is kept, as a page and as the part that is swapped', async () => {
  const { owner, by, texts } = await editor()
  const words = { in: 'en', case: 'party', [subject]: 'Ahoy: {title}', [lead]: 'Hi {nobody}' }
  const whole = await (await by(owner)).send(`${page}/preview`, words)
  expect(whole.body).toContain('<strong>Ahoy: An evening on the roof (8.b)</strong>')
  expect(whole.body).toContain('Hi {nobody}</textarea>')
  const swapped = await (await by(owner, { 'hx-request': 'true', 'hx-target': 'letter-preview' })).send(
    `${page}/preview`,
    words,
  )
  expect(swapped.body).toMatch(/^<section id="letter-preview"/)
  expect(swapped.body).toContain('{nobody} is not among the placeholders')
  const inFrame = await (await by(owner)).send(`${page}/html`, words)
  expect(inFrame.body).toContain('<title>Ahoy: An evening on the roof (8.b)</title>')
  expect(await texts()).toEqual([])
})

test('a text that several letters say is said to be shared, and changes in all of them', async () => {
  const { owner, by } = await editor()
  const { send, look } = await by(owner)
  expect((await look(`${page}?in=en`)).body).toContain('Also in: Reminder of the meeting.')
  await send(page, { in: 'en', case: 'one', 'letter.confirmation.cannot': 'Tell us!' })
  expect((await look(`${list}/reminder/html?in=en`)).body).toContain('Tell us!')
})

test('how organisers get in reads the same everywhere, and what is written each time has no words to change', async () => {
  const { owner, by, texts } = await editor()
  const { send, look } = await by(owner)
  for (const kind of ['sign-in', 'message']) {
    expect((await look(`${list}/${kind}?in=en`)).body).not.toContain('<textarea')
    await send(`${list}/${kind}`, { in: 'en', 'letter.sign-in.body': 'Hi', 'letter.sign-in.subject': 'x' })
  }
  expect(await texts()).toEqual([])
  expect((await look(`${list}/nothing`)).statusCode).toBe(404)
  expect((await send(page, { in: 'xx' })).statusCode).toBe(404)
})
