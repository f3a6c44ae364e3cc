import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { Misconfigured, readConfig } from '../../server/config.ts'
import { signingOf } from '../../server/mail/signing.ts'
import { smtpTransport } from '../../server/mail/transport.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { now, world } from '../world.ts'
import { config } from './config.ts'
import { post, postOffice } from './post-office.ts'

const pem = { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }

test('letters carry a signature of the domain they come from, over all that readers and their programs go by', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, ...pem } as never) as unknown as {
    privateKey: string
    publicKey: string
  }
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice()
  const dkim = { keyFile: kept(privateKey), selector: 'spring.kopa' }
  const signing = signingOf({ ...config, dkim })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now, {}, { signing })
  const transport = smtpTransport(office.url, { signing })
  const list = {
    'List-Unsubscribe': '<https://kopa.example.org/stop>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  await transport.sendMail({
    from: config.mailFrom,
    to: noor.email,
    subject: 'Jaunumi',
    text: 'Šovakar 🎉 ',
    headers: list,
  })
  transport.close()

  const [invitation = expect.unreachable(), news = expect.unreachable()] = office.received.map(({ raw }) => raw)
  for (const raw of [invitation, news]) {
    expect(isSigned(raw, publicKey)).toEqual({ d: 'example.org', s: 'spring.kopa', body: true, heads: true })
    expect(isSigned(raw.replace(/^(subject: .)/im, '$1X'), publicKey)).toMatchObject({ body: true, heads: false })
    expect(isSigned(`${raw}One more line.\r\n`, publicKey)).toMatchObject({ body: false, heads: true })
  }
  expect(tagsOf(news).h?.split(':')).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from']),
  )
  expect(isSigned(news.replace('One-Click', 'Two-Clicks'), publicKey)).toMatchObject({ heads: false })
  expect((await db.select().from(letters))[0]).toMatchObject({ sentAt: now })
})

test('no key that could not sign lets the server start; without one letters go unsigned', async () => {
  const ed25519 = generateKeyPairSync('ed25519', pem as never) as unknown as { privateKey: string }
  for (const file of [kept(ed25519.privateKey), kept('no key'), '/nowhere/key.pem'])
    expect(() => readConfig({ DKIM_KEY_FILE: file })).toThrow(new Misconfigured(complaint))
  expect(() => readConfig({ DKIM_SELECTOR: 'a b' })).toThrow(Misconfigured)
  expect(signingOf(readConfig({ DKIM_SELECTOR: 'spring' }))).toBe(null)
  const office = await postOffice()
  const { db, project, kickoff, pupils } = await world()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now)
  expect(office.received[0]?.raw).not.toMatch(/dkim/i)
})

const complaint =
  'DKIM_KEY_FILE is not right: it must be a file with a private RSA key in PEM form, of 1024 bits or more.'

function kept(key: string): string {
  const file = join(freshFolder(), 'key.pem')
  writeFileSync(file, key)
  return file
}

/** RFC 6376, relaxed/relaxed, as whoever receives the letter checks it. */
function isSigned(raw: string, publicKey: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const heads = head.split(/\r\n(?![ \t])/)
  const { d, s, h = '', b = '', bh } = tagsOf(raw)
  const body = rest
    .join('\r\n\r\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n')
  const own = heads.find((line) => /^dkim-signature:/i.test(line)) ?? ''
  const named = h.split(':').map((name) => heads.findLast((line) => line.toLowerCase().startsWith(`${name}:`)) ?? '')
  const signedText = [...named, own.replace(/\bb=[^;]*$/, 'b=')].map(relaxed).join('\r\n')
  return {
    ...{ d, s },
    body: createHash('sha256').update(body, 'latin1').digest('base64') === bh,
    heads: verify('sha256', Buffer.from(signedText, 'latin1'), publicKey, Buffer.from(b, 'base64')),
  }
}

function relaxed(line: string): string {
  const at = line.indexOf(':')
  const value = line
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${line.slice(0, at).trim().toLowerCase()}:${value}`
}

function tagsOf(raw: string): Record<string, string> {
  const own = /^dkim-signature:((?:.|\r\n[ \t])*)/im.exec(raw)?.[1] ?? ''
  const pairs = own
    .replace(/\s/g, '')
    .split(';')
    .map((tag) => [tag.split('=')[0], tag.slice(tag.indexOf('=') + 1)])
  return Object.fromEntries(pairs)
}
