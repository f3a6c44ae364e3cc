// What happened at this door and has not reached the server yet. Ids alone, one entry each: two windows lose nothing.

const door = document.querySelector('[data-door]').dataset
const start = `door-step ${door.door} `
const most = 100

/** Which phone this is, at this meeting. */
const device = remembered(`door-device ${door.door}`, () => crypto.randomUUID())

export function note(who, deed) {
  const { registration, participant } = who
  const step = { id: crypto.randomUUID(), registration, participant: participant || null, deed, at: Date.now() }
  localStorage.setItem(start + step.id, JSON.stringify(step))
}

/** In the order in which it happened. */
export function waiting() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(start))
  return keys.map((key) => JSON.parse(localStorage.getItem(key))).sort((a, b) => a.at - b.at)
}

/** Tells the server, and returns who is in by what it knows then; null when it did not answer. */
export async function tell() {
  const steps = waiting().slice(0, most)
  const answer = await ask(steps)
  if (answer === 'refused' || answer === null) return answer
  for (const { id } of steps) localStorage.removeItem(start + id)
  const next = waiting().length > 0 ? await tell() : answer
  if (next === 'refused' || next === null || next === answer) return next
  return { ...next, earlier: [...(answer.earlier ?? []), ...(next.earlier ?? [])] }
}

async function ask(steps) {
  const body = new URLSearchParams({ device, sentAt: Date.now(), steps: JSON.stringify(steps) })
  const how = steps.length > 0 ? { method: 'POST', body } : {}
  const address = `${door.door}/${steps.length > 0 ? 'steps' : 'seen'}`
  try {
    const answer = await fetch(address, { ...how, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    if (answer.ok) return await answer.json()
    // To sign in first (an answer of no status leads there), or no right to be here; all else may pass.
    return [0, 401, 403, 404].includes(answer.status) ? 'refused' : null
  } catch {
    return null
  }
}

/** What nobody heard in two days is told to nobody: the meeting is long over. */
export function forgetSteps() {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith('door-step '))) {
    const { at } = JSON.parse(localStorage.getItem(key))
    if (Date.now() - at > 172_800_000) localStorage.removeItem(key)
  }
}

function remembered(key, make) {
  if (!localStorage.getItem(key)) localStorage.setItem(key, make())
  return localStorage.getItem(key)
}
