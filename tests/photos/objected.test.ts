import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { photos } from '../../db/schema.ts'
import { photosFor } from '../../server/photos/shown.ts'
import { signedUp } from '../numbers/cast.ts'
import { form, signedInAs, testApp, world } from '../world.ts'
import { addPhoto, openAlbum } from './cast.ts'

const desk = '/organise/gen-y-city/kickoff/photos'

/** An organiser has the desk and a photo open when a stranger objects to it. */
async function objected() {
  const here = await world()
  const { db, project, kickoff, organiser } = here
  const app = await testApp(db)
  const after = kickoff.endsAt.add({ hours: 24 })
  app.clock.now = after
  const somebody = await signedUp(db, { meetingId: kickoff.id })
  await openAlbum(db, kickoff, after)
  const photo = await addPhoto(db, kickoff, { people: 'nobody' })
  const headers = { ...(await signedInAs(db, organiser, after)), 'accept-language': 'en' }
  const post = async (url: string, fields: Record<string, string>, who = {}) => {
    const sent = form(fields)
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...who } })
  }
  const seenOn = async (url: string) =>
    (await app.inject({ url, headers })).body.match(/name="objections" value="(\d+)"/)?.[1] ?? ''
  const shown = async (hours = 0) =>
    (await photosFor(db, project, kickoff, 'web', after.add({ hours }))).map(({ id }) => id)
  const object = () => post(`/gen-y-city/kickoff/photos/${photo.id}`, { words: 'It is me' })
  const one = `${desk}/${photo.id}`
  return {
    ...here,
    somebody,
    photo,
    one,
    shown,
    object,
    seenOn,
    send: (url: string, fields: Record<string, string>) => post(url, fields, headers),
  }
}

test('nobody shows a photo again over an objection that came while they had it before them', async () => {
  const { photo, one, shown, object, seenOn, send } = await objected()
  const about = { 'alt.lv': 'Zāle', position: '1', people: 'nobody', 'channels.web': 'yes' }
  const many = { [`photo.${photo.id}`]: 'yes', people: 'yes' }
  const [ofOne, ofAll] = [await seenOn(one), await seenOn(desk)]
  expect([await shown(), (await object()).statusCode]).toEqual([[photo.id], 303])
  for (const [url, fields] of [
    [one, { ...about, objections: ofOne }],
    [one, about],
    [`${desk}/edit`, { ...many, objections: ofAll }],
  ] as const) {
    const answer = await send(url, fields)
    expect([answer.statusCode, await shown()]).toEqual([409, []])
    expect(answer.body).toContain('Somebody has objected meanwhile')
  }
  expect((await send(one, { ...about, objections: ofOne, people: 'unknown' })).statusCode).toBe(303)
  expect((await send(`${desk}/edit`, { ...many, objections: await seenOn(desk) })).statusCode).toBe(303)
  expect([await shown(), await shown(72)]).toEqual([[], [photo.id]])
})

test('a photo that organisers look at only when all others are public is seen first by those who came', async () => {
  const { db, kickoff, one, shown, send } = await objected()
  const late = await addPhoto(db, kickoff)
  await send(one.replace(/[^/]*$/, late.id), {
    'alt.lv': 'Zāle',
    position: '2',
    people: 'nobody',
    'channels.web': 'yes',
  })
  expect([(await shown()).includes(late.id), (await shown(71)).includes(late.id)]).toEqual([false, false])
  expect((await shown(72)).includes(late.id)).toBe(true)
})

test('marking one of those in a photo that somebody objects to does not show it to the others', async () => {
  const { db, photo, somebody, one, object, send } = await objected()
  const people = async () => (await db.select().from(photos).where(eq(photos.id, photo.id)))[0]?.people
  await object()
  await send(`${one}/mark`, { kind: 'registration', id: somebody.id })
  expect(await people()).toBe('unknown')
  await send(one, { 'alt.lv': 'Zāle', position: '1', people: 'marked', objections: '1' })
  await send(`${one}/mark`, { kind: 'registration', id: somebody.id })
  expect(await people()).toBe('marked')
})
