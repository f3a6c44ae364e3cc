import { minutesOf, momentAt, roomsOf, snap } from './agenda-board.js'
import { agenda, send, sendSlot, slotOf, slugOf } from './agenda-queue.js'

/** Arrows move, Shift+arrows stretch, Enter opens, Escape leaves; undo and redo as everywhere. */
export function followKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const deed = deedOf(event)
    if (!deed) return
    event.preventDefault()
    deed()
  })
  document.addEventListener('htmx:after:swap', enterForm)
}

let entering = false

function deedOf({ key, target, shiftKey, ctrlKey, metaKey }) {
  if (key === 'Escape') return leaving(target)
  if (isTyping(target) || !agenda()) return null
  if (ctrlKey || metaKey) return stepping(key.toLowerCase(), shiftKey)
  const slug = slugOf(target.closest('#agenda [id^="slot-"]'))
  if (!slug) return null
  if (shiftKey) return { ArrowDown: stretching(slug, snap), ArrowUp: stretching(slug, -snap) }[key]
  return moving(slug)[key]
}

function isTyping(target) {
  return target.matches('textarea, select, input:not([type="checkbox"]), [contenteditable]')
}

function stepping(key, shiftKey) {
  if (key === 'y' || (key === 'z' && shiftKey)) return () => send(() => ({ path: 'redo' }), focused())
  return key === 'z' ? () => send(() => ({ path: 'undo' }), focused()) : null
}

const focused = () => slugOf(document.activeElement?.closest('[id^="slot-"]'))

function moving(slug) {
  return {
    ArrowUp: () => sendSlot(slug, 'earlier'),
    ArrowDown: () => sendSlot(slug, 'later'),
    ArrowLeft: () => sendSlot(slug, 'place', (slot) => beside(slot, -1)),
    ArrowRight: () => sendSlot(slug, 'place', (slot) => beside(slot, 1)),
    Enter: () => {
      entering = true
      slotOf(slug).click()
    },
  }
}

function stretching(slug, by) {
  return () => sendSlot(slug, 'stretch', (slot) => ({ minutes: String(Math.max(snap, minutesOf(slot) + by)) }))
}

/** All rooms, the first, … the last, the tray: one step along that row, at the time it has. */
function beside(slot, by) {
  const places = ['', ...roomsOf(), null]
  const lanes = slot.closest('.lanes')
  const here = lanes ? Number(slot.parentElement.dataset.n ?? 0) : places.length - 1
  const room = places[Math.min(Math.max(0, here + by), places.length - 1)]
  if (room === null) return { day: '' }
  if (!lanes) return { day: lastDay(), room }
  return { day: lanes.dataset.day, room, at: momentAt(lanes, minutesOf(slot.parentElement)) }
}

/** Where stories from the tray go unless somebody says otherwise. */
function lastDay() {
  return document.getElementById('tray-day')?.value ?? [...document.querySelectorAll('.lanes')].at(-1)?.dataset.day
}

function enterForm() {
  const title = document.querySelector('#panel [name^="title."]')
  if (entering && title) title.focus()
  entering = false
}

/** What was typed is given up, and the focus goes back to the slot. */
function leaving(target) {
  const panel = document.getElementById('panel')
  if (!panel || !(panel.contains(target) || target.closest('[id^="slot-"]'))) return null
  return () => {
    const slot = slotOf(panel.dataset.slot)
    document.getElementById('leave').click()
    slot?.focus()
  }
}
