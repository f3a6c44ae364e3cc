import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/**
 * What c3voc's validator asks of a schedule.json (github.com/voc/schedule, validator/json/schema.json),
 * written down again. In two places its text and its own example, which pretalx made, disagree; there the example counts:
 * `start` is a time of day, and `do_not_record` true or false.
 */
const text = { type: 'string' }
const orNothing = { type: ['string', 'null'] }
const uri = { type: 'string', format: 'uri' }
const guid = { type: 'string', format: 'uuid' }
const date = { type: 'string', format: 'date' }
const moment = { type: 'string', format: 'date-time' }
const anything = { type: 'array', items: {} }
const like = (pattern: string) => ({ type: 'string', pattern })

function strict(required: Record<string, object>, optional: Record<string, object> = {}) {
  const properties = { ...required, ...optional }
  return { type: 'object', required: Object.keys(required), properties, additionalProperties: false }
}

const frabPerson = { required: ['public_name', 'id'], properties: { id: { type: 'integer' }, public_name: text } }
const pretalxPerson = {
  required: ['name'],
  properties: { code: like('^[A-Z0-9]+$'), name: text, avatar: uri, biography: text, answers: anything },
}
const person = { type: 'object', properties: { name: text, guid }, oneOf: [frabPerson, pretalxPerson] }

const event = strict(
  {
    ...{ id: { type: 'integer', minimum: 1 }, guid, date: moment, start: like('^\\d\\d:\\d\\d$') },
    ...{ duration: like('^[0-9]+:[0-9]{2}$'), room: text, slug: like('^[a-z0-9_-]+[a-z0-9]$'), url: uri },
    ...{ title: text, subtitle: orNothing, track: orNothing, type: text, language: text, abstract: orNothing },
    ...{ persons: { type: 'array', items: person }, links: anything },
  },
  {
    ...{ logo: uri, description: orNothing, recording_license: text, do_not_record: { type: 'boolean' } },
    ...{ do_not_stream: orNothing, attachments: anything, answers: anything },
  },
)

const inRooms = { type: 'object', additionalProperties: { type: 'array', items: event } }
const day = strict({ index: { type: 'integer' }, date, day_start: moment, day_end: moment, rooms: inRooms })
const room = strict({ guid, name: text }, { description: orNothing, capacity: { type: ['number', 'null'] } })

const conference = strict(
  {
    ...{ title: text, acronym: like('^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$'), daysCount: { type: 'integer' } },
    ...{ days: { type: 'array', items: day }, start: date, end: date, timeslot_duration: text },
  },
  {
    ...{ description: text, logo: uri, url: uri, time_zone_name: like('^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$') },
    ...{ rooms: { type: 'array', items: room }, colors: { type: 'object' }, tracks: anything, keywords: anything },
  },
)

const schema = strict(
  {
    schedule: {
      type: 'object',
      required: ['conference', 'version'],
      properties: { version: text, base_url: uri, conference, rooms: false },
    },
  },
  { $schema: text, generator: { type: 'object', properties: { name: text, version: text, url: uri } } },
)

const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false })
formats.default(ajv, ['uri', 'uuid', 'date', 'date-time'])
const validate = ajv.compile(schema)

/** Whatever a conference app could trip over, as "where: what". */
export function complaintsAbout(file: unknown): string[] {
  return validate(file) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}
