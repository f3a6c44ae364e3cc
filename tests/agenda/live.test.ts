import { once } from 'node:events'
import { createServer } from 'node:http'
import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { openHub } from '../../server/agenda/hub.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { buildApp } from '../../server/app.ts'
import { networkOf } from '../../server/network-of.ts'
import { onPostgres, openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

const path = '/gen-y-city/kickoff/live'

async function evening() {
  const scene = await world()
  const { db, project, kickoff, organiser, now } = scene
  const day = await firstDay(db, kickoff)
  const add = (lv: string) => addSlot(db, project, kickoff, story(lv, { dayId: day.id }), organiser, now)
  const publish = () => releaseAgenda(db, project, kickoff, organiser, now)
  await add('Luna')
  await publish()
  return { ...scene, add, publish }
}

/** A conversation over a real socket, read as it comes. */
async function listening(port: number, accept = 'text/event-stream') {
  const socket = createConnection({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text
  })
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\n\r\n`)
  const until = async (like: RegExp) => {
    while (!like.test(heard)) await once(socket, 'data')
    return heard
  }
  return { socket, until, heard: () => heard }
}

async function served() {
  const scene = await evening()
  const app = await testApp(scene.db)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { ...scene, app, port: address.port }
}

test('whoever listens hears of each release by its number, and of nothing drafted', async () => {
  const { port, project, db, add, publish } = await served()
  const ear = await listening(port)
  const head = await ear.until(/data: 1\n\n/)
  for (const said of [
    /^HTTP\/1\.1 200/,
    /content-type: text\/event-stream/i,
    /cache-control: no-store/i,
    /x-accel-buffering: no/i,
    /retry: 5000/,
  ])
    expect(head).toMatch(said)
  await add('Noslēpums')
  await db.transact(async () => {}, { touches: 'another project' })
  await publish()
  expect(await ear.until(/id: 2\ndata: 2\n\n/)).not.toContain('Noslēpums')
  expect(ear.heard().match(/^data: /gm)).toHaveLength(2)
  await db.transact(async () => {}, { touches: project.id })
  await ear.until(/(data: 2\n\n[\s\S]*){2}/)
  ear.socket.destroy()
})

test('it answers only those who ask for events', async () => {
  const { app } = await served()
  expect((await app.inject(path)).statusCode).toBe(406)
  expect((await app.inject({ method: 'HEAD', url: path })).statusCode).toBe(404)
})

test('a server that closes ends every conversation at once', async () => {
  const { app, port } = await served()
  const ears = await Promise.all([listening(port), listening(port)])
  for (const ear of ears) await ear.until(/data: 1/)
  const ended = ears.map(({ socket }) => once(socket, 'close'))
  const began = performance.now()
  await Promise.all([app.close(), ...ended])
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('a real server still goes when it is told to', async () => {
  const { db } = await evening()
  await db.close()
  const server = await startServer({ DATABASE_URL: db.url })
  const ear = await listening(Number(new URL(server.url).port))
  await ear.until(/data: 1/)
  const began = performance.now()
  expect(await server.kill('SIGTERM')).toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
})

/** Somebody who is told things, as the hub knows them. */
function listener() {
  const closing: (() => void)[] = []
  const said: string[] = []
  const one = {
    said,
    writableLength: 0,
    gone: false,
    destroyed: false,
    write: (text: string) => said.push(text) > 0,
    end: () => one.leave(),
    destroy: () => one.leave(),
    once: (_: string, leave: () => void) => closing.push(leave),
    leave: () => {
      one.gone = true
      for (const leave of closing) leave()
    },
  }
  return one as typeof one & Parameters<ReturnType<typeof openHub>['join']>[1]
}

test('there is a limit to how many listen, and whoever leaves makes room', async () => {
  const { db, kickoff } = await evening()
  const hub = openHub(db, { most: 2 })
  const [first, second] = [listener(), listener()]
  for (const one of [first, second]) await hub.join(kickoff, one, null)
  expect([hub.size(), hub.isFull(null)]).toEqual([2, true])
  first.leave()
  expect([hub.size(), hub.isFull(null)]).toEqual([1, false])
  hub.close()
  expect([hub.size(), second.gone]).toEqual([0, true])
})

test('one network never takes every place, and leaves room for others', async () => {
  const { db, kickoff } = await evening()
  const hub = openHub(db, { most: 3, mostOfOne: 2 })
  const phones = ['2001:db8::1', '2001:db8:0:0:9::2'].map((ip) => ({ network: networkOf(ip), phone: listener() }))
  for (const { phone, network } of phones) await hub.join(kickoff, phone, network)
  const full = ['2001:db8::3', '2001:db8:0:1::3', '203.0.113.7'].map((ip) => hub.isFull(networkOf(ip)))
  expect(full).toEqual([true, false, false])
  phones[0]?.phone.leave()
  expect(hub.isFull(networkOf('2001:db8::3'))).toBe(false)
  hub.close()
})

test('whoever hangs up before being let in takes no place', async () => {
  const { db, kickoff } = await evening()
  const hub = openHub(db)
  const late = createServer(async (_, response) => {
    await once(response, 'close')
    await hub.join(kickoff, response, null)
    late.emit('joined')
  }).listen(0, '127.0.0.1')
  await once(late, 'listening')
  const address = late.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { socket } = await listening(address.port)
  const joined = once(late, 'joined')
  await once(late, 'request').then(() => socket.destroy())
  await joined
  expect(hub.size()).toBe(0)
  hub.close()
  late.close()
})

test('nothing piles up for somebody who no longer reads', async () => {
  const { db, kickoff } = await evening()
  const hub = openHub(db)
  const slow = listener()
  await hub.join(kickoff, slow, null)
  slow.writableLength = 1_000_000
  await hub.join(kickoff, slow, null)
  expect([slow.said.length, slow.gone, hub.size()]).toEqual([1, true, 0])
  hub.close()
})

test.runIf(onPostgres)('what one server releases, those who listen to another hear', async () => {
  const { app, port, db, add, publish } = await served()
  const other = await openForTest(db.url)
  const second = await buildApp({ db: other, now: () => app.clock.now, config: app.config })
  await second.listen({ port: 0, host: '127.0.0.1' })
  const address = second.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const ears = [await listening(port), await listening(address.port)]
  for (const ear of ears) await ear.until(/data: 1/)
  await add('Imbir')
  await publish()
  for (const ear of ears) await ear.until(/id: 2/)
  await second.close()
})
