import { hasHours, minutesOf, pixelsPerMinute, snap, spanOf } from './agenda-board.js'
import { sendSlot, slugOf } from './agenda-queue.js'

/** How far from its lower edge a slot is taken by it: style sheets draw the handle there. */
const edge = 10
const edgeOfFingers = 18

export function isAtEdge(slot, { clientY, pointerType }) {
  const { top, bottom, height } = slot.getBoundingClientRect()
  const reach = Math.min(pointerType === 'touch' ? edgeOfFingers : edge, height / 3)
  return hasHours() && slot.closest('.slots') !== null && clientY > bottom - reach && clientY > top
}

/** By its lower edge, in steps of five minutes; Escape gives up. */
export function startStretching() {
  document.addEventListener('pointerdown', (down) => {
    const slot = down.target.closest?.('#agenda [id^="slot-"]')
    if (!slot || down.button !== 0 || !isAtEdge(slot, down)) return
    down.preventDefault()
    stretch(slot, down)
  })
}

function stretch(slot, down) {
  const [before, perMinute] = [minutesOf(slot), pixelsPerMinute(slot.closest('.lanes'))]
  const minutesAt = ({ clientY }) => {
    const reached = before + (clientY - down.clientY) / perMinute
    return Math.min(Math.max(snap, Math.round(reached / snap) * snap), 1440)
  }
  const listening = new AbortController()
  const on = (type, heard) => window.addEventListener(type, heard, { signal: listening.signal })
  const show = (minutes) => {
    slot.dataset.t = spanOf(minutes)
    slot.dataset.stretched = `${minutes - before >= 0 ? '+' : '−'}${Math.abs(minutes - before)}`
  }
  const end = (minutes) => {
    listening.abort()
    delete slot.dataset.stretched
    slot.dataset.t = spanOf(minutes)
  }
  slot.setPointerCapture(down.pointerId)
  on('pointermove', (event) => show(minutesAt(event)))
  on('pointercancel', () => end(before))
  on('keydown', ({ key }) => key === 'Escape' && end(before))
  on('pointerup', (event) => {
    const minutes = minutesAt(event)
    end(minutes)
    noClick(slot)
    if (minutes !== before) sendSlot(slugOf(slot), 'stretch', () => ({ minutes: String(minutes) }))
  })
}

/** Letting go of what was dragged is no click on it. */
export function noClick(element) {
  const swallow = (event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  element.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }))
}
