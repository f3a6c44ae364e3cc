import type { Letter } from '../../db/schema.ts'
import type { Outcome } from './outcome.ts'

/** Letters on their way to one domain at once: more looks like a flood to whoever keeps its mailboxes. */
const abreast = 2
/** Seconds to leave a mail server, or a domain that has enough of us, alone: longer after each time in a row. */
const pauses = [15, 30, 60]
const slowings = [60, 300, 900]

type Domain = { underWay: number; slowed: number; until: Temporal.Instant | null }

export type Traffic = ReturnType<typeof newTraffic>

/** How letters flow out of this process, which knows nothing of it when it starts anew. */
export function newTraffic() {
  const domains = new Map<string, Domain>()
  const server = { failures: 0, until: null as Temporal.Instant | null }

  function depart(letter: Letter): void {
    domainTo(letter).underWay += 1
  }

  /** Returns when the mail server is tried again, if that was at fault. No outcome: it was not tried. */
  function land(letter: Letter, outcome: Outcome | null, now: Temporal.Instant): Temporal.Instant | null {
    const domain = domainTo(letter)
    domain.underWay -= 1
    if (!outcome) return null
    if (outcome.is === 'sent') [server.failures, server.until, domain.slowed, domain.until] = [0, null, 0, null]
    else if ('about' in outcome && outcome.about === 'domain') slow(domain, now)
    else if ('about' in outcome && outcome.about === 'server') return close(now)
    return null
  }

  function slow(domain: Domain, now: Temporal.Instant): void {
    if (domain.until && isBefore(now, domain.until)) return
    domain.until = now.add({ seconds: jittered(slowings[Math.min(domain.slowed, slowings.length - 1)]) })
    domain.slowed += 1
  }

  function close(now: Temporal.Instant): Temporal.Instant {
    if (server.until && isBefore(now, server.until)) return server.until
    server.until = now.add({ seconds: jittered(pauses[Math.min(server.failures, pauses.length - 1)]) })
    server.failures += 1
    return server.until
  }

  function domainTo(letter: Letter): Domain {
    const name = domainOf(letter)
    const domain = domains.get(name) ?? { underWay: 0, slowed: 0, until: null }
    domains.set(name, domain)
    return domain
  }

  function hasRoom(domain: Domain, now: Temporal.Instant): boolean {
    return !isSlowed(domain, now) && domain.underWay < (domain.slowed > 0 ? 1 : abreast)
  }

  function isSlowed({ until }: Domain, now: Temporal.Instant): boolean {
    return until !== null && isBefore(now, until)
  }

  return {
    depart,
    land,
    isFree: (letter: Letter, now: Temporal.Instant) => hasRoom(domainTo(letter), now),
    /** To which no letter may go now. */
    full: (now: Temporal.Instant) => [...domains].flatMap(([name, domain]) => (hasRoom(domain, now) ? [] : [name])),
    /** That have enough of us for a while. */
    slowed: (now: Temporal.Instant) => [...domains].flatMap(([name, domain]) => (isSlowed(domain, now) ? [name] : [])),
    isClosed: (now: Temporal.Instant) => server.until !== null && isBefore(now, server.until),
    /** It failed last time: one letter tries it before the others follow. */
    isDoubtful: () => server.failures > 0,
  }
}

function domainOf({ recipientKey }: Letter): string {
  return recipientKey.slice(recipientKey.lastIndexOf('@') + 1)
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

function jittered(seconds = 60): number {
  return Math.round(seconds * (0.8 + Math.random() * 0.4))
}
