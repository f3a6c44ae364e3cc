import { eq } from '../../db/drizzle.ts'
import { meetings } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { youngSpeaker } from '../guardians/young.ts'
import { manageToken } from '../parties/cast.ts'
import { linkOf } from '../speakers/cast.ts'
import { bring, openCall, tokenOf } from '../stories/cast.ts'
import { now } from '../world.ts'
import type { Renowned } from './renowned.ts'

type Fields = Record<string, string>

/** A form sent with somebody's address in one field; whoever sends it is always somebody new. */
export type Situation = {
  what: string
  route: string
  field: string
  url: (here: Renowned, sender: string) => string | Promise<string>
  fields: (here: Renowned, sender: string, url: string) => Fields | Promise<Fields>
}

const site = '/gen-y-city'
const register_ = 'POST /:project/:meeting/register'
const person = ({ pupils }: Renowned, email: string): Fields => ({ name: 'Noor', email, group: pupils.id })
const child = (here: Renowned, email: string): Fields => {
  return { ...person(here, email), birthYear: '2015', guardianEmail: 'anna@example.org' }
}
const grown = (here: Renowned, email: string): Fields => {
  return { ...person(here, email), birthYear: '2000', 'photos.web': 'yes', photosText: 'consent.text-1' }
}
const friends = (here: Renowned, email: string): Fields => ({ ...person(here, email), 'friends.0': 'Sami' })
const aClass = (here: Renowned, email: string): Fields => {
  return { ...person(here, email), group: here.teachers.id, className: '8.a', adults: '1', pupils: '1' }
}
const story: Fields = { title: 'Heyday', abstract: 'What we do.', name: 'Noor', type: 'story' }
const begins = (_: Renowned, email: string): Fields => ({ ...story, email, coSpeakers: 'sami@example.org' })
const young: Fields = { ...story, minor: 'yes', guardianEmail: 'anna@example.org' }

function signingUp(what: string, slug: string, fields: Situation['fields'], field = 'email'): Situation {
  return { what, route: register_, field, fields, url: () => `${site}/${slug}/register` }
}

function calling(what: string, place: string, fields: Situation['fields'], field = 'email'): Situation {
  const route = place === '' ? 'POST /:project/call' : 'POST /:project/:meeting/call'
  return { what, route, field, fields, url: () => `${site}${place}/call` }
}

export const situations: Situation[] = [
  {
    ...{ what: 'an idea', route: 'POST /:project/ideas', field: 'email', url: () => `${site}/ideas` },
    fields: (_, email) => ({ text: 'Skeitparks', email }),
  },
  {
    ...{ what: 'a question', route: 'POST /:project/:meeting/room', field: 'email', url: () => `${site}/open/room` },
    fields: (_, email) => ({ text: 'Kad būs skeitparks?', email }),
  },
  signingUp('an open meeting', 'open', person),
  signingUp('with friends', 'open', friends),
  signingUp('a full meeting', 'full', person),
  signingUp('friends at a full meeting', 'full', friends),
  signingUp('a meeting that approves', 'approval', person),
  signingUp('a meeting that has begun', 'begun', person),
  signingUp('a meeting that has begun without those who wait', 'waited', person),
  signingUp('a child', 'young', child),
  signingUp('an adult, with photos', 'young', grown),
  signingUp('an incomplete form', 'young', person),
  signingUp('a guardian of a child', 'young', child, 'guardianEmail'),
  ...['open', 'full'].map((slug) => ({
    ...{ what: `a class at a meeting that is ${slug}`, route: `${register_}/class`, field: 'email', fields: aClass },
    url: () => `${site}/${slug}/register/class`,
  })),
  ...(['email', 'guardianEmail'] as const).map((field) => ({
    ...{ what: `asking on, with ${field}`, route: `${register_}/further`, field, fields: child },
    url: () => `${site}/young/register/further`,
  })),
  {
    what: 'signing in',
    route: 'POST /sign-in',
    field: 'email',
    url: () => '/sign-in',
    fields: (_, email) => ({ email }),
  },
  ...['', '/kickoff'].flatMap((place) => [
    calling('a story handed in', place, (here, email) => ({ ...begins(here, email), deed: 'hand-in' })),
    calling('a draft', place, (here, email) => ({ ...begins(here, email), deed: 'save' })),
    calling('an empty draft like theirs', place, (_, email) => ({ email, coSpeakers: ten, deed: 'save' })),
    calling('a co-speaker', place, (here, email) => ({ ...begins(here, email), deed: 'hand-in' }), 'coSpeakers'),
    calling('a guardian', place, (_, email) => ({ ...young, email, deed: 'hand-in' }), 'guardianEmail'),
  ]),
  {
    ...{ what: 'naming a guardian', route: 'POST /mine/:token/guardian', field: 'guardianEmail' },
    ...{ url: ownChild, fields: () => ({}) },
  },
  {
    ...{ what: 'a young speaker’s guardian', route: 'POST /speaker/:token/guardian', field: 'guardianEmail' },
    ...{ url: ownPart, fields: () => ({}) },
  },
  ...['save', 'hand-in'].map((deed) => ({
    ...{ what: `${deed} with a guardian`, route: `POST /story/:token/${deed}`, field: 'guardianEmail' },
    ...{ url: ownStory(deed), fields: seenStory },
  })),
  {
    ...{ what: 'inviting', route: 'POST /story/:token/invite', field: 'coSpeakers' },
    ...{ url: ownStory('invite'), fields: () => ({}) },
  },
  {
    ...{ what: 'joining with a guardian', route: 'POST /story/:token/join', field: 'guardianEmail' },
    ...{ url: joined, fields: () => young },
  },
]

const ten = Array.from({ length: 10 }, (_, i) => `co${i}@example.org`).join('\n')

async function ownChild({ db, project, pupils }: Renowned, email: string): Promise<string> {
  const [meeting = nothing()] = await db.select().from(meetings).where(eq(meetings.slug, 'young'))
  const asked = { birthYear: 2015, ageBand: 'child' as const, guardianEmail: 'anna@example.org' }
  const person = { name: 'Elza', email, groupId: pupils.id, locale: 'lv' as const, ...asked }
  const { registration } = await register(db, project, meeting, person, now)
  return `/mine/${await manageToken(db, registration, meeting)}/guardian`
}

async function ownPart({ db, project, kickoff, slot }: Renowned, email: string): Promise<string> {
  return `/speaker/${await linkOf(db, await youngSpeaker(db, project, slot, { email }), kickoff)}/guardian`
}

function ownStory(deed: string) {
  return async ({ db, project, kickoff, owner }: Renowned, email: string): Promise<string> => {
    const call = await openCall(db, project, kickoff, owner)
    return `/story/${await bring(db, call, { email, story: { title: email } })}/${deed}`
  }
}

/** The form as its page has it: that it was seen is part of it. */
async function seenStory({ app }: Renowned, _: string, url: string): Promise<Fields> {
  const { body } = await app.inject(url.replace(/\/[^/]+$/, ''))
  return { ...young, seen: /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? '' }
}

async function joined({ db, project, kickoff, owner }: Renowned, email: string): Promise<string> {
  const call = await openCall(db, project, kickoff, owner)
  await bring(db, call, { story: { title: email }, coSpeakers: [email] })
  return `/story/${await tokenOf(db, email)}/join`
}

function nothing(): never {
  throw new Error('no meeting')
}
