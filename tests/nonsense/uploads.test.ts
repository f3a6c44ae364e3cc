import sharp from 'sharp'
import { expect, test } from 'vitest'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { testApp } from '../world.ts'

const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ff6a2b' } })
  .png()
  .toBuffer()

const alt = field('alt.en', 'City of Example')
const picture = file('picture', 'logo.png', png)

const broken: [string, Buffer, string?][] = [
  ['nothing', Buffer.alloc(0)],
  ['no parts', closed()],
  ['torn in a header', closed(alt).subarray(0, 30)],
  ['torn in the picture', closed(alt, picture).subarray(0, -60)],
  ['torn before its end', Buffer.concat([alt, picture])],
  ['another boundary', closed(alt, picture), 'multipart/form-data; boundary=other'],
  ['no boundary', closed(alt, picture), 'multipart/form-data'],
  ['an endless boundary', closed(alt, picture), `multipart/form-data; boundary=${'x'.repeat(500)}`],
  ['a form without files', Buffer.from('alt.en=City'), 'application/x-www-form-urlencoded'],
  ['JSON', Buffer.from('{"alt.en":"City"}'), 'application/json'],
  ['no words for it', closed(picture)],
  ['no picture', closed(alt)],
  ['the picture as text', closed(alt, field('picture', 'logo.png'))],
  ['the words as a file', closed(file('alt.en', 'alt.txt', Buffer.from('City')), picture)],
  ['the words twice', closed(alt, alt, picture)],
  ['two pictures', closed(alt, picture, picture)],
  ['many fields', closed(...Array.from({ length: 50 }, (_, i) => field(`x${i}`, 'x')), alt, picture)],
  ['a field of a treacherous name', closed(field('__proto__', 'x'), alt, picture)],
  ['words without end', closed(field('alt.en', 'x'.repeat(100_000)), picture)],
  ['ten megabytes', closed(alt, file('picture', 'logo.png', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])))],
  ['words with a NUL', closed(field('alt.en', 'a\0b'), picture)],
  ['words that are no UTF-8', closed(field('alt.en', Buffer.from([0x61, 0xff, 0xfe])), picture)],
  ['words with a line break', closed(field('alt.en', 'one\r\nBcc: two@example.org'), picture)],
  ['a part without a name', closed(Buffer.from('--x\r\ncontent-disposition: form-data\r\n\r\nx\r\n'), alt)],
  ['headers without end', closed(Buffer.from(`--x\r\n${'x: y\r\n'.repeat(5000)}\r\nx\r\n`), alt)],
]

test.each(broken)(
  'an upload with %s is refused with a sentence, and nothing of it kept',
  async (_what, payload, type) => {
    const { db, upload } = await atTheDesk()
    const before = await dump(db)
    const { statusCode, body } = await upload(payload, type)
    expect([statusCode >= 400 && statusCode < 500, body.slice(0, 15)]).toEqual([true, '<!DOCTYPE html>'])
    expect(body).toMatch(/id="problems"|<h1>That did not work<\/h1>/)
    expect(await dump(db)).toEqual(before)
  },
)

test.each(['constructor.prototype', 'alt.__proto__', 'alt.xx', 'x'.repeat(100_000)])(
  'a field called %.20s is none',
  async (name) => {
    const { upload } = await atTheDesk()
    expect((await upload(closed(field(name, 'x'), alt, picture))).statusCode).toBe(303)
  },
)

test.each(['../../../x.png', 'a\0b.png', '"; x="', ''])(
  'a file called %j is a picture like any other',
  async (name) => {
    const { upload } = await atTheDesk()
    expect((await upload(closed(alt, file('picture', name, png)))).statusCode).toBeLessThan(500)
  },
)

async function atTheDesk() {
  const here = await fullWorld({ size: 1 })
  const app = await testApp(here.db)
  const upload = (payload: Buffer, type = 'multipart/form-data; boundary=x') => {
    const headers = { ...here.headers, 'accept-language': 'en', 'content-type': type }
    return app.inject({ method: 'POST', url: '/organise/gen-y-city/settings/logos', payload, headers })
  }
  return { db: here.db, upload }
}

function field(name: string, value: string | Buffer): Buffer {
  return part(`name="${name}"`, typeof value === 'string' ? Buffer.from(value) : value)
}

function file(name: string, filename: string, bytes: Buffer): Buffer {
  return part(`name="${name}"; filename="${filename}"\r\ncontent-type: image/png`, bytes)
}

function part(disposition: string, content: Buffer): Buffer {
  const head = `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

function closed(...parts: Buffer[]): Buffer {
  return Buffer.concat([...parts, Buffer.from('--x--\r\n')])
}
