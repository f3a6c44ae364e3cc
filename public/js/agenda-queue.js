/* global htmx */

let last = Promise.resolve()
let round = 0

export const agenda = () => document.getElementById('agenda')
export const slotOf = (slug) => document.getElementById(`slot-${slug}`)
export const slugOf = (slot) => slot?.id.slice('slot-'.length)

/**
 * Sends a deed when those before it are answered, so that quick fingers lose nothing. `deed` is asked only then: it
 * gives the address below the agenda's and the form's fields, made from the page as it is by that time, or nothing.
 */
export function send(deed, slug) {
  const asked = round
  last = last.then(() => (asked === round ? perform(deed(), slug) : undefined))
  return last
}

/** Shows its form, after everything that is still on its way. */
export function openSlot(slug) {
  last = last.then(() => {
    const address = `${agenda().dataset.agenda}?slot=${encodeURIComponent(slug)}`
    return htmx.ajax('GET', address, { source: '#slots', target: '#agenda', swap: 'outerMorph' })
  })
}

export function sendSlot(slug, what, fields) {
  return send(() => slotOf(slug) && { path: `slots/${slug}/${what}`, fields: fields?.(slotOf(slug)) ?? {} }, slug)
}

async function perform(deed, slug) {
  if (!deed) return
  const { agenda: here, seen } = agenda().dataset
  const values = { ...deed.fields, ...stillOpen(), seen }
  await htmx.ajax('POST', `${here}/${deed.path}`, { source: '#slots', target: '#agenda', swap: 'outerMorph', values })
  if (document.querySelector('#conflict, #problems')) round += 1
  else if (slug) comeBackTo(slotOf(slug))
}

/** Which form stands open, to stay so: that of a slot, or (without a name) of a new one. */
function stillOpen() {
  const panel = document.getElementById('panel')
  if (panel) return { open: panel.dataset.slot }
  return document.querySelector('#adding form') ? { open: '' } : {}
}

/** Browsers that cannot move an element without taking it out lose the focus on the way. */
function comeBackTo(slot) {
  const lost = document.activeElement === document.body || document.activeElement === null
  if (slot && lost) slot.focus({ preventScroll: true })
  slot?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The panel's buttons too: what this window did itself in the meantime is no news to it. */
export function keepSeenFresh() {
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    const { body, form } = ctx.request
    if (form?.matches('.deed, .toolbar form, .placing') && body instanceof URLSearchParams)
      body.set('seen', agenda().dataset.seen)
  })
}
