import type { PlaceDeed } from './place-deeds.ts'

/** A second telling of how places are given, written from the rules alone, by which the product is judged. */
export type Model = {
  hour: number
  capacity: number
  reserved: readonly [number, number]
  approval: boolean
  paused: boolean
  parties: ModelParty[]
}

type ModelParty = {
  /** Null once they are forgotten. */
  who: number | null
  group: number
  seats: number
  status: string
  /** The hour until which the place is kept. */
  until: number | null
  child: boolean
  agreed: boolean
}

export const hours = { offer: 5, guardian: 24, invitation: 10 }

const seatedStates = ['confirmed', 'offered', 'invited', 'held']
const liveStates = [...seatedStates, 'waiting', 'requested']

export function newModel(beginning: Omit<Model, 'hour' | 'parties'>): Model {
  return { ...beginning, hour: 0, parties: [] }
}

export function isSeated({ status }: Pick<ModelParty, 'status'>): boolean {
  return seatedStates.includes(status)
}

type Seats = Pick<ModelParty, 'group' | 'seats'>

/** How many places those would take that are kept for nobody: what goes beyond each group's own. */
export function beyond(reserved: readonly [number, number], seated: readonly Seats[]): number {
  return [0, 1].reduce((sum, group) => sum + Math.max(0, seatsOf(seated, group) - (reserved[group] ?? 0)), 0)
}

/** With them in, there are not too many, and no more beyond the kept places than there are others. */
export function fitsIn(house: Pick<Model, 'capacity' | 'reserved'>, seated: readonly Seats[], one: Seats): boolean {
  const withThem = [...seated, one]
  const others = Math.max(0, house.capacity - house.reserved[0] - house.reserved[1])
  const [before, after] = [beyond(house.reserved, seated), beyond(house.reserved, withThem)]
  return seatsOf(withThem) <= house.capacity && (after === before || after <= others)
}

export function seatsOf(some: readonly Seats[], group?: number): number {
  return some.reduce((sum, one) => sum + (group === undefined || one.group === group ? one.seats : 0), 0)
}

export function act(model: Model, deed: PlaceDeed): void {
  const mine = 'who' in deed ? model.parties.findLast(({ who }) => who === deed.who) : undefined
  const isLive = mine !== undefined && liveStates.includes(mine.status)
  if (deed.do === 'come' && !isLive) come(model, deed)
  if (deed.do === 'invite') invite(model, deed, isLive ? mine : undefined)
  if (mine && isLive) actOn(model, mine, deed)
  if (deed.do === 'pause') model.paused = true
  if (deed.do === 'resume') model.paused = false
  if (deed.do === 'capacity') model.capacity = Math.max(deed.to, seatsOf(seatedIn(model)))
  if (deed.do === 'settings') Object.assign(model, { approval: deed.approval, reserved: deed.reserved })
  if (deed.do === 'wait') lapse(model, deed.hours)
  offer(model)
}

function actOn(model: Model, mine: ModelParty, deed: PlaceDeed): void {
  const { status } = mine
  if (deed.do === 'cancel') become(mine, 'cancelled')
  if (deed.do === 'accept' && (status === 'offered' || status === 'invited')) seat(model, mine)
  if (deed.do === 'promote' && status === 'waiting' && fits(model, mine)) makeOffer(model, mine)
  if (deed.do === 'refuse' && status === 'requested') become(mine, 'refused')
  if (deed.do === 'approve' && status === 'requested') approve(model, mine)
  if (deed.do === 'regroup') regroup(model, mine, deed.group)
  if (deed.do === 'agree' && mine.child) {
    mine.agreed = true
    if (status === 'held') seat(model, mine)
  }
  if (deed.do === 'deny' && mine.child) {
    become(mine, 'cancelled')
    mine.who = null
  }
}

function come(model: Model, { who, group, seats, child }: PlaceDeed & { do: 'come' }): void {
  const one = { who, group, seats, child, agreed: false, until: null, status: 'waiting' }
  const getsPlace = !model.approval && fits(model, one) && !lineOf(model).some((waiting) => fits(model, waiting))
  if (model.approval) one.status = 'requested'
  if (getsPlace) seat(model, one)
  model.parties.push(one)
}

function invite(model: Model, deed: PlaceDeed & { do: 'invite' }, known?: ModelParty): void {
  const until = model.hour + hours.invitation
  if (known && known.status !== 'waiting' && known.status !== 'requested') return
  if (!fits(model, known ?? deed)) return
  if (known) become(known, 'invited', until)
  else model.parties.push({ ...seatsOnly(deed), status: 'invited', until, child: false, agreed: false })
}

function seatsOnly({ who, group, seats }: PlaceDeed & { do: 'invite' }) {
  return { who, group, seats }
}

function approve(model: Model, mine: ModelParty): void {
  const earlier = model.parties.slice(0, model.parties.indexOf(mine))
  const isFirst = !earlier.some((one) => one.status === 'waiting' && fits(model, one))
  if (fits(model, mine) && isFirst) seat(model, mine)
  else become(mine, 'waiting')
}

function regroup(model: Model, mine: ModelParty, group: number): void {
  const rest = seatedIn(model).filter((one) => one !== mine)
  if (group === mine.group || (isSeated(mine) && !fitsIn(model, rest, { group, seats: mine.seats }))) return
  mine.group = group
}

function lapse(model: Model, elapsed: number): void {
  model.hour += elapsed
  for (const one of model.parties) if (one.until !== null && one.until <= model.hour) become(one, 'lapsed')
}

/** The first who fits, again and again, until nobody does. */
function offer(model: Model): void {
  const next = model.paused ? undefined : lineOf(model).find((one) => fits(model, one))
  if (!next) return
  makeOffer(model, next)
  offer(model)
}

function makeOffer(model: Model, one: ModelParty): void {
  become(one, 'offered', model.hour + hours.offer)
}

function seat(model: Model, one: ModelParty): void {
  if (one.child && !one.agreed) become(one, 'held', model.hour + hours.guardian)
  else become(one, 'confirmed')
}

function become(one: ModelParty, status: string, until: number | null = null): void {
  Object.assign(one, { status, until })
}

function fits(model: Model, one: Seats): boolean {
  return fitsIn(model, seatedIn(model), one)
}

function seatedIn({ parties }: Model): ModelParty[] {
  return parties.filter(isSeated)
}

function lineOf({ parties }: Model): ModelParty[] {
  return parties.filter(({ status }) => status === 'waiting')
}
