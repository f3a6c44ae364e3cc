import { paths } from '../../views/paths.ts'
import type { Outcome } from './register.ts'

/** What a newcomer gets: the same whether or not their address was known. */
export type Got = Outcome['newcomersGet'] | 'held'

const lists = { waiting: 'waiting-list', request: 'request', held: 'held' } as const

type Slugged = { slug: string }

/** The address of the page after signing up, which says what they got. */
export function registeredPath(project: Slugged, meeting: Slugged, got: Got): string {
  const [list] = Object.entries(lists).find(([, one]) => one === got) ?? []
  return paths.registered(project, meeting) + (list ? `?list=${list}` : '')
}

/** What such an address says. */
export function gotIn({ list }: { list?: string }): Got {
  return list === 'waiting' || list === 'request' || list === 'held' ? lists[list] : 'place'
}
