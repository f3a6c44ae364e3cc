import type { Meeting } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { form, signedInAs, testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

export const agenda = '/organise/gen-y-city/kickoff/agenda'

/** What a browser sends of the form for a slot. */
export const filled = { type: 'story', 'title.lv': 'Luna', minutes: '', day: '', room: '', speakers: '' }

/** An organiser in front of the agenda's page. */
export async function desk(meeting: Partial<Meeting> = {}) {
  const scene = await world(meeting)
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const { cookie } = await signedInAs(db, organiser)
  const get = (url: string, headers = {}) => app.inject({ url, headers: { cookie, ...headers } })
  const post = (url: string, fields: Record<string, string> = {}, headers = {}) => {
    const sent = form(fields)
    return app.inject({ ...sent, method: 'POST', url, headers: { ...sent.headers, cookie, ...headers } })
  }
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, ...details }), organiser, now)
  return { ...scene, app, day, get, post, add }
}
