import { filesOf } from '../../server/files/files-of.ts'
import { type Folder, sentFolders } from '../../server/files/store.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { s3Server } from '../backups/s3-server.ts'
import { noor } from '../cast.ts'
import { ask } from '../questions/cast.ts'
import { stories } from '../slides/table.ts'
import { now, signedInAs, type TestApp, testApp } from '../world.ts'

/** Where files may be, as settings say it. */
export const places: [string, () => Promise<Record<string, string>>][] = [
  ['in folders', async () => ({})],
  ['in a bucket', async () => ({ FILES_URL: await s3Server() })],
]

/** A meeting at which there is somebody who sends each kind of file, over files that are where `env` says. */
export async function senders(env: Record<string, string>) {
  const here = await stories({ photoChannels: ['web'] })
  const { db, project, kickoff, pupils } = here
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [token = ''] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), {
    touches: 'nothing',
  })
  const { question } = await ask(here, 'file', 'Atļauja?')
  const app = await testApp(db, env)
  const organiser = await signedInAs(db, here.organiser)
  const answer = `/mine/${token}/questions/${question.id}`
  return { ...here, app, organiser, registration, token, answer, ...handsOn(app, organiser) }
}

/** What can be done with the files of one server, by an organiser unless said. */
export function handsOn(app: TestApp, headers: Record<string, string>) {
  const files = filesOf(app.config)
  const send = async (url: string, field: string, bytes: Buffer, fields: Record<string, string> = {}) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    data.append(field, new Blob([new Uint8Array(bytes)]), 'sent.pdf')
    const body = new Response(data)
    const type = { 'content-type': body.headers.get('content-type') ?? '', 'accept-language': 'en' }
    const payload = Buffer.from(await body.arrayBuffer())
    return await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...type } })
  }
  const post = async (url: string, fields: Record<string, string> = {}) =>
    await app.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    })
  const get = async (url: string, more: Record<string, string> = {}) =>
    await app.inject({ url, headers: { ...headers, 'accept-language': 'en', ...more } })
  const names = async (folder: Folder) => (await files.list(folder)).map(({ name }) => name).sort()
  const all = async () => (await Promise.all(sentFolders.map(names))).flat()
  return { files, send, post, get, names, all }
}

export const desk = '/organise/gen-y-city/kickoff'
export const settings = '/organise/gen-y-city/settings'

export const material = { kind: 'document', licence: 'cc-by', credit: 'Luna', 'title.en': 'What we found' }
