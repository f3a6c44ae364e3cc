import type { ServerResponse } from 'node:http'
import type { Database } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { touchIn } from '../touch.ts'
import { latestVersion } from './queries.ts'

/** A connection that is told of changes for as long as it lasts. */
export type Listener = Pick<ServerResponse, 'write' | 'end' | 'destroy' | 'destroyed' | 'writableLength' | 'once'>

/** `listeners`: with the network each is on; null: this machine. */
type Group = { meeting: Pick<Meeting, 'id' | 'projectId'>; listeners: Map<Listener, string | null>; isDue: boolean }
type Measures = { most: number; mostOfOne: number; settleMs: number; beatMs: number }

/**
 * A comment now and then keeps proxies from closing what seems idle; many writes at once are told as one. `mostOfOne`: of
 * one network, as many as sit in a hall, so that nobody alone leaves all others in the dark.
 */
const usual: Measures = { most: 2_000, mostOfOne: 500, settleMs: 150, beatMs: 25_000 }
const tooFarBehind = 16_384

/** Tells those who look at a meeting's pages, on whichever server, that there is something new to look at. */
export function openHub(db: Database, measures: Partial<Measures> = {}) {
  const { most, mostOfOne, settleMs, beatMs } = { ...usual, ...measures }
  const groups = new Map<string, Group>()
  const everybody = () => [...groups.values()].flatMap(({ listeners }) => [...listeners.keys()])
  const beat = setInterval(() => {
    for (const one of everybody()) send(one, ':\n\n')
  }, beatMs).unref()

  db.onTouch((touched) => {
    const { project } = touchIn(touched)
    for (const group of groups.values())
      if (project === 'everything' || project === group.meeting.projectId) tellSoon(group)
  })

  function tellSoon(group: Group) {
    if (group.isDue) return
    group.isDue = true
    setTimeout(() => void tell(group, group.listeners.keys()), settleMs).unref()
  }

  /** What it says is only a number: whoever hears it asks for the page itself. */
  async function tell(group: Group, listeners: Iterable<Listener>) {
    group.isDue = false
    // A database that cannot answer now has nothing new to show either.
    const version = await latestVersion(db, group.meeting).catch(() => null)
    if (version !== null) for (const one of listeners) send(one, `id: ${version}\ndata: ${version}\n\n`)
  }

  function join(meeting: Pick<Meeting, 'id' | 'projectId'>, listener: Listener, network: string | null) {
    // Whoever left while the meeting was looked up is never heard leaving again.
    if (listener.destroyed) return
    const group = groups.get(meeting.id) ?? { meeting, listeners: new Map(), isDue: false }
    groups.set(meeting.id, group)
    group.listeners.set(listener, network)
    listener.once('close', () => {
      group.listeners.delete(listener)
      if (group.listeners.size === 0) groups.delete(meeting.id)
    })
    return tell(group, [listener])
  }

  function close() {
    clearInterval(beat)
    for (const one of everybody()) one.end()
  }

  function isFull(network: string | null): boolean {
    const all = [...groups.values()].flatMap(({ listeners }) => [...listeners.values()])
    return all.length >= most || (network !== null && all.filter((one) => one === network).length >= mostOfOne)
  }

  return { join, close, isFull, size: () => everybody().length }
}

/** Nothing piles up for somebody who no longer reads. */
function send(listener: Listener, text: string): void {
  if (listener.writableLength > tooFarBehind) listener.destroy()
  else listener.write(text)
}
