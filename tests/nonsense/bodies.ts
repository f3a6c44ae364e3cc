import { lenient, paragraphs, rowForms } from './forms.ts'

type Fields = Record<string, string>
export type Body = { what: string; type: string; payload: string | Buffer }

const urlencoded = 'application/x-www-form-urlencoded'

/** What no form takes, whatever it asks. */
export function brokenBodies(): Body[] {
  const boundary = 'multipart/form-data; boundary=x'
  return [
    { what: 'ten megabytes', type: urlencoded, payload: `name=${'x'.repeat(10 * 1024 * 1024)}` },
    { what: 'JSON', type: 'application/json', payload: '{"name":"Noor"}' },
    { what: 'torn JSON', type: 'application/json', payload: '{"name":' },
    { what: 'plain text', type: 'text/plain', payload: 'name=Noor' },
    { what: 'an unknown type', type: 'application/x-nonsense', payload: 'name=Noor' },
    { what: 'no type at all', type: '', payload: 'name=Noor' },
    { what: 'a type that is none', type: ';;;', payload: 'name=Noor' },
    { what: 'torn multipart', type: boundary, payload: '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nNo' },
    { what: 'multipart without a boundary', type: 'multipart/form-data', payload: 'name=Noor' },
  ]
}

/** A sensible form with one thing in it that is not. */
export function nonsensical(route: string, fields: Fields): Body[] {
  const body = (what: string, payload: string | Buffer) => ({ what, type: urlencoded, payload })
  const withField = (name: string, value: string) => written({ ...fields, [name]: value })
  const all = Object.keys(fields)
  return [
    ...(rowForms.test(route) ? [] : [body('all fields empty', written(mapped(fields, () => '')))]),
    body('nothing', ''),
    ...all.flatMap((name) => [
      ...Object.entries(unkeepable).map(([what, raw]) => body(`${name}: ${what}`, withRaw(fields, name, raw))),
      body(`${name} twice`, `${written(fields)}&${written({ [name]: 'other' })}`),
      ...wrongFor(name).map((value) => body(`${name}=${value.slice(0, 40)}`, withField(name, value))),
    ]),
    ...together(fields).map((changes) => body(JSON.stringify(changes), written({ ...fields, ...changes }))),
    ...manyRows(fields).map((payload) => body('two hundred rows', payload)),
  ]
}

export function withMarkup(fields: Fields): Body {
  return { what: 'markup', type: urlencoded, payload: written(mapped(fields, marked)) }
}

/** With fields nobody asked for, some of names that mean something to JavaScript. */
export function withStrangers(fields: Fields): Body {
  const treacherous = ['__proto__', 'constructor.prototype', '__proto__.x', 'toString', 'title.xx', 'title.__proto__']
  const odd = ['', '.', '..', 'a..b', 'x'.repeat(5000), ...Array.from({ length: 1000 }, (_, i) => `x${i}`)]
  const strangers = Object.fromEntries([...treacherous, ...odd].map((name) => [name, 'x']))
  return { what: 'strangers', type: urlencoded, payload: written({ ...strangers, ...fields }) }
}

const markup = `<script>alert(1)</script>"'&amp;{{x}}`

function marked(value: string, name: string): string {
  return /^(title|summary|description|placeName|accessNotes|address|name|speakers|aim|programme|funder)\b/.test(name)
    ? markup
    : value
}

/** As bytes in a form: a text with what nobody types in the middle of it. */
const unkeepable: Record<string, Buffer> = {
  'a raw NUL': Buffer.from('a\0b'),
  'an encoded NUL': Buffer.from('a%00b'),
  'an escape': Buffer.from('a%1b[31mb'),
  'bytes that are no UTF-8': Buffer.from([0x61, 0xff, 0xfe, 0x62]),
  'the same encoded': Buffer.from('a%ff%feb'),
  'a torn letter': Buffer.from('a%E0%A4b'),
  'a lone surrogate': Buffer.from('a%ED%A0%80b'),
}

function withRaw(fields: Fields, name: string, raw: Buffer): Buffer {
  const { [name]: _, ...others } = fields
  return Buffer.concat([Buffer.from(`${written(others)}&${encodeURIComponent(name)}=`), raw])
}

/** By what a field is called: answers that it cannot mean. */
const wrong: [RegExp, string[]][] = [
  [
    /(^|\.)(date|startsOn|endsOn)$/,
    ['2026-02-30', '2026-13-01', '0000-00-00', '2026-02-30T25:00', 'tomorrow', '+999999-01-01'],
  ],
  [
    /^(opensAt|closesAt|pinnedAt)$/,
    ['2026-02-30T25:00', '2026-11-31T10:00', '2026-02-30', 'soon', '+999999-01-01T00:00'],
  ],
  [/\.(from|to)$/, ['25:00', '12:60', '-1:00', 'noon', '1e1:00']],
  [
    /^(capacity|offerHours|minutes|places)$/,
    ['-1', '0', '1e9', '1.5', 'ten', '99999999999999999999', '٣', '0x10', 'Infinity'],
  ],
  [/^(gapMinutes|quietMinutes)$/, ['-1', '1e9', '1.5', 'ten']],
  [/\.order$/, ['-1', '1e9', '1.5', 'ten']],
  [/^(email|contactEmail)$/, ['nobody', 'a@b', 'a b@example.org', '@example.org', 'a@example.org,b@example.org']],
  [/(^|\.)(url|onlineUrl)$/, ['javascript:alert(1)', 'http://', 'ftp://example.org', 'https://', '//example.org']],
  [/^(group|type|role|locale|lead|colour|room|day)$/, ['nonsense', '__proto__', 'toString', "' or 1=1 --"]],
  [/^zone$/, ['Mars/Olympus', '+03:00', '../etc/passwd', '']],
  [/^slug$/, ['../x', 'A B', '-', '__proto__']],
]

function wrongFor(name: string): string[] {
  const answers = wrong.filter(([like]) => like.test(name)).flatMap(([, values]) => values)
  const broken =
    paragraphs.test(name) || lenient.test(name) ? [] : ['one\r\nBcc: two@example.org', 'one\ntwo', 'one\rtwo']
  return [...answers, ...broken, ...(lenient.test(name) ? [] : ['x'.repeat(30_000)])]
}

/** What is wrong only together: an end before its start. */
function together(fields: Fields): Fields[] {
  const ends: Fields[] = [
    { 'day.0.from': '19:00', 'day.0.to': '17:00' },
    { 'day.0.from': '17:00', 'day.0.to': '17:00' },
    { opensAt: '2027-01-11T10:00', closesAt: '2027-01-02T10:00' },
    { startsOn: '2027-12-31', endsOn: '2026-01-01' },
    { 'phases.0.startsOn': '2027-12-31', 'phases.0.endsOn': '2026-01-01' },
  ]
  return ends.filter((changes) => Object.keys(changes).every((name) => name in fields))
}

function manyRows(fields: Fields): string[] {
  const row = /^(phases|partners|links|groups|day)\.0\./
  if (!Object.keys(fields).some((name) => row.test(name))) return []
  const numbers = Array.from({ length: 200 }, (_, i) => i)
  const copies = numbers.map((i) =>
    Object.entries(fields).map(([name, value]) => [name.replace('.0.', `.${i}.`), value]),
  )
  return [written(Object.fromEntries(copies.flat()))]
}

function mapped(fields: Fields, change: (value: string, name: string) => string): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]))
}

function written(fields: Fields): string {
  return new URLSearchParams(fields).toString()
}
