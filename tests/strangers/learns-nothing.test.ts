import type { LightMyRequestResponse } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { accessTable } from '../access-table.ts'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { statementsOf } from '../statements.ts'
import { form, testApp } from '../world.ts'
import { publicForms } from './public-forms.ts'
import { known, type Renowned, renowned } from './renowned.ts'
import { type Situation, situations } from './situations.ts'

let here: Renowned
beforeAll(async () => {
  here = await renowned()
})

test('every form that is open to the public says which of its fields take addresses', () => {
  const posts = Object.entries(accessTable).filter(([route]) => route.startsWith('POST '))
  const open = posts.filter(([, access]) => access === 'anyone' || access === 'link').map(([route]) => route)
  expect(Object.keys(publicForms).sort()).toEqual(open.sort())
})

test('every field for an address on a page is one of those', async () => {
  const { db, publicPages } = await fullWorld({})
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const unlisted: string[] = []
  for (const url of publicPages)
    for (const [, action = '', inside = ''] of (await app.inject(url)).body.matchAll(
      /<form[^>]*action="([^"]*)"(.*?)<\/form>/gs,
    ))
      for (const name of addressFields(inside)) if (!isListed(action, name)) unlisted.push(`${action} ${name}`)
  expect(unlisted).toEqual([])
})

test('every such field is tried below', () => {
  const tried = situations.map(({ route, field }) => `${route} ${field}`)
  const listed = Object.entries(publicForms).flatMap(([route, fields]) => fields.map((field) => `${route} ${field}`))
  expect(listed.filter((one) => !tried.includes(one))).toEqual([])
})

test.each(situations)(
  '$route, $what: a known address in $field is answered like one nobody has heard of',
  async (situation) => {
    await ask(situation, newcomer())
    // Twice: after the first time a letter to them waits.
    const [first, again, ofNew] = [
      await ask(situation, known),
      await ask(situation, known),
      await ask(situation, newcomer()),
    ]
    for (const ofKnown of [first, again]) {
      expect(ofKnown.told).toEqual(ofNew.told)
      // Not by one statement, but so that no clock over a network could tell; and the disk is waited for by all or by none.
      expect(Math.abs(ofKnown.statements.length - ofNew.statements.length)).toBeLessThan(ofNew.statements.length / 4)
      expect(ofKnown.statements.some(isWrite)).toBe(ofNew.statements.some(isWrite))
    }
  },
)

test.each(situations.filter(({ route, field }) => route.startsWith('POST /:project') && field === 'email'))(
  '$route, $what: what is done for a known address, for the time it takes, leaves nothing',
  async (situation) => {
    await ask(situation, known)
    const before = await dump(here.db)
    await ask(situation, known)
    expect(await dump(here.db)).toEqual(before)
  },
)

let newcomers = 0

/** With the same initial, which is all that pages show of a guardian’s address. */
function newcomer(): string {
  newcomers += 1
  return `vija${newcomers}@example.org`
}

const isWrite = (statement: string) => /^(insert|update|delete)/i.test(statement)

let senders = 0

/** What whoever sends the form learns: the answer, and the page that it leads to. And the SQL that ran before the answer. */
async function ask({ url, fields, field }: Situation, address: string) {
  senders += 1
  const sender = field === 'email' ? address : `sender${senders}@example.org`
  const to = await url(here, sender)
  const sent = form({ ...(await fields(here, sender, to)), [field]: address })
  const answers: unknown[] = []
  const hide = hiding([address, sender, to.split('/')[2] ?? ''])
  const statements = await statementsOf(async () => {
    answers.push(hide(await here.app.inject({ method: 'POST', url: to, ...sent })))
  })
  const { location } = Object(answers[0]).headers
  if (location) answers.push(hide(await here.app.inject(location.replace('…', to.split('/')[2]))))
  return { told: answers, statements }
}

/** Without what differs from one request to the next: who was typed, the secrets, the time. */
function hiding(secrets: string[]) {
  const hide = (text: string) => secrets.filter(Boolean).reduce((left, secret) => left.replaceAll(secret, '…'), text)
  return ({ statusCode, headers, body }: LightMyRequestResponse) => {
    const { date: _, 'content-length': __, 'set-cookie': cookie, ...others } = headers
    const kept = Object.entries(others).map(([name, value]) => [name, hide(String(value))])
    const given = String(cookie).replace(/=[\w-]{43};/, '=…;')
    return {
      statusCode,
      headers: { ...Object.fromEntries(kept), given },
      body: hide(body).replace(/(name="seen" value=)"[^"]*/g, '$1'),
    }
  }
}

function addressFields(markup: string): string[] {
  const tags = [...markup.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => tag)
  const fields = tags.filter((tag) => /type="email"|name="[^"]*(mail|speakers|address)/i.test(tag))
  return fields.map((tag) => /name="([^"]*)"/.exec(tag)?.[1] ?? '')
}

function isListed(action: string, field: string): boolean {
  const isThere = (route: string) => {
    const pattern = route.replace('POST ', '').replaceAll(/:\w+/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(action.split('?')[0] ?? '')
  }
  return Object.entries(publicForms).some(([route, fields]) => isThere(route) && fields.includes(field))
}
