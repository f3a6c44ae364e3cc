import { expect, test } from 'vitest'
import { accessTable } from '../access-table.ts'
import { crew } from '../crew.ts'
import { addVoice } from '../dialogue/cast.ts'
import { fullWorld } from '../full-world.ts'
import { signedInAs, testApp } from '../world.ts'

const everybody = ['signed-in', 'member']
const addresses = ['guest0@example.org', 'noor@example.org', 'asker@example.org']

/** Everything, with one question given to the answerer, and others of every kind that are not. */
async function place() {
  const world = await fullWorld({})
  const here = { ...world, ...(await crew(world)) }
  const { db, kickoff, answerer, owner } = here
  const who = { meetingId: kickoff.id, name: 'Asker', email: 'asker@example.org' }
  const add = (text: string, details: Parameters<typeof addVoice>[2]) => addVoice(here, text, { ...who, ...details })
  const given = await add('given to them', { answererId: answerer.id })
  await add('given to others', { answererId: owner.id })
  await add('given to nobody', {})
  await add('not looked at', { status: 'waiting' })
  await add('taken away again', { status: 'hidden', answererId: answerer.id })
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const read = async (who: { id: string }, accesses: readonly string[]) => {
    const headers = await signedInAs(db, who, app.clock.now)
    const pages = new Map<string, string>()
    for (const [route, access] of Object.entries(accessTable)) {
      const [method, pattern = ''] = route.split(' ')
      if (method !== 'GET' || !pattern.startsWith('/organise') || !accesses.includes(access)) continue
      const ids: Record<string, string | undefined> = { ...here.ids, voice: given.id }
      const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none')
      pages.set(pattern, (await app.inject({ url, headers })).body)
    }
    return pages
  }
  return { ...here, read }
}

test.each([
  ['answerer', 'answerer', ['given to others', 'given to nobody', 'not looked at', 'taken away again']],
  ['moderator', 'moderator', []],
  ['door', 'door', ['given to others', 'not looked at', 'taken away again']],
] as const)('on no page that the %s may open stands what is not for them', async (role, access, texts) => {
  const { read, ...people } = await place()
  const pages = await read(people[role], [...everybody, access])
  expect(pages.size).toBeGreaterThan(3)
  for (const [pattern, body] of pages)
    for (const secret of [...texts, ...addresses])
      expect([pattern, secret, body.includes(secret)]).toEqual([pattern, secret, false])
  const all = [...pages.values()].join()
  if (role === 'answerer') expect(all).toContain('given to them')
  if (role === 'moderator') expect(all).toContain('not looked at')
})
