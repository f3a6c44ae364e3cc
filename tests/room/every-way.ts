import type { Database } from '../../db/open.ts'
import { projects } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { openRoom } from '../../server/room/open-room.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { crew } from '../crew.ts'
import { addVoice } from '../dialogue/cast.ts'
import { addSpeaker, linkOf, speakIn } from '../speakers/cast.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

export const polls = {
  poll: '3c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11',
  option: '4c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11',
  word: '5c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11',
}

/** An evening with a story and its speaker, an open room, an open wall, and whoever may send something to a screen. */
export async function stage() {
  const here = await world({ startsAt: now.add({ hours: 1 }), endsAt: now.add({ hours: 3 }) })
  const { db, project, kickoff, organiser } = here
  const app = await testApp(db)
  const { moderator, answerer } = await crew(here)
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Luna', { dayId: day.id, minutes: 30 }), organiser, now)
  const speaker = await addSpeaker(db, project, { name: 'Imbir' })
  await speakIn(db, slot, speaker, 'confirmed')
  await openRoom(db, { project, meeting: kickoff }, organiser, now)
  await db.transact((tx) => tx.update(projects).set({ wallOpenedAt: now }), { touches: 'everything' })
  const asked = await addVoice(here, 'Kad būs laternas?', { answererId: answerer.id })
  const send = async (url: string, fields: Record<string, string>, who?: { id: string }) => {
    const { headers, payload } = form(fields)
    const signedIn = who ? await signedInAs(db, who) : {}
    return await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...signedIn } })
  }
  for (const who of [organiser, moderator, answerer]) await signedInAs(db, who)
  const own = `/speaker/${await linkOf(db, speaker, kickoff)}/profile`
  const ways = waysIn(send, { slot, day, own, asked, organiser, moderator, answerer })
  const read = async (url: string, who?: { id: string }) => {
    const headers = who ? await signedInAs(db, who) : {}
    return await app.inject({ url: `${url}?lang=lv`, headers })
  }
  await makeOpenCloud(send, moderator)
  return { ...here, app, send, read, moderator, ways }
}

type Send = (url: string, fields: Record<string, string>, who?: { id: string }) => Promise<Answer>
type Answer = { statusCode: number; body: string }
type Known = Record<'slot' | 'day' | 'asked' | 'organiser' | 'moderator' | 'answerer', { id: string }> & { own: string }

const meeting = '/gen-y-city/kickoff'
const desk = `/organise${meeting}`

/** Every form whose words come to a screen that others look at. */
function waysIn(send: Send, { day, own, asked, organiser, moderator, answerer }: Known) {
  const two = 'Viens\nDivi'
  return {
    question: (text: string) => send(`${meeting}/room`, { text }),
    name: (text: string) => send(`${meeting}/room`, { text: 'Vai būs parks?', name: text }),
    idea: (text: string) => send('/gen-y-city/ideas', { text }),
    signed: (text: string) => send('/gen-y-city/ideas', { text: 'Soliņus!', name: text }),
    poll: (text: string) =>
      send(`${desk}/polls`, { kind: 'one', 'question.lv': text, 'options.lv': two, once: polls.poll }, moderator),
    option: (text: string) => {
      const sent = { kind: 'one', 'question.lv': 'Kas pirmais?', 'options.lv': `${text}\nDivi`, once: polls.option }
      return send(`${desk}/polls`, sent, moderator)
    },
    word: (text: string) => send(`${meeting}/polls/${polls.word}`, { 'choice.0': text }),
    slot: (text: string) => {
      const sent = { type: 'story', 'title.lv': text, minutes: '30', day: day.id, speakers: 'Imbir' }
      return send(`${desk}/agenda/slots/luna`, sent, organiser)
    },
    speaker: (text: string) => send(own, { name: text }),
    answer: (text: string) =>
      send(`/organise/gen-y-city/answers/${asked.id}`, { 'answer.lv': text, deed: 'publish' }, answerer),
  }
}

async function makeOpenCloud(send: Send, moderator: { id: string }) {
  await send(`${desk}/polls`, { kind: 'words', 'question.lv': 'Kā jūties?', once: polls.word }, moderator)
  await send(`${desk}/polls/${polls.word}/open`, {}, moderator)
}

export type Staged = Awaited<ReturnType<typeof stage>> & { db: Database }
