import {
  contains,
  hasHours,
  laneAt,
  minutesOf,
  momentAt,
  pixelsPerMinute,
  snap,
  spanOf,
  timeAt,
} from './agenda-board.js'
import { sendSlot, slugOf } from './agenda-queue.js'
import { scrollAtEdges } from './agenda-scroll.js'
import { isAtEdge, noClick } from './agenda-stretch.js'

/** A press becomes a drag after so many pixels. */
const threshold = 5

/** Between rooms, days and the tray. A mouse and a pen take a slot anywhere, a finger by its time: elsewhere it scrolls. */
export function startDragging() {
  document.addEventListener('pointerdown', (down) => {
    const slot = down.target.closest?.('#agenda [id^="slot-"]')
    if (!slot || down.button !== 0 || !hasHours() || isAtEdge(slot, down)) return
    if (down.pointerType === 'touch' && !down.target.closest('b, .tray [id^="slot-"] i')) return
    follow(slot, down)
  })
  // The browser's own dragging of links would end ours.
  document.addEventListener('dragstart', (event) => {
    if (event.target.closest?.('#agenda [id^="slot-"]')) event.preventDefault()
  })
}

function follow(slot, down) {
  const listening = new AbortController()
  const on = (type, heard) => window.addEventListener(type, heard, { signal: listening.signal })
  let drag = null
  const stop = () => {
    listening.abort()
    drag?.end()
  }
  on('pointermove', (event) => {
    if (!drag && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < threshold) return
    drag ??= begin(slot, down)
    drag.move(event)
  })
  on('pointercancel', stop)
  on('keydown', ({ key }) => key === 'Escape' && stop())
  on('pointerup', (event) => {
    const goal = drag?.move(event)
    if (drag) noClick(slot)
    stop()
    if (goal) sendSlot(slugOf(slot), 'place', () => goal)
  })
}

function begin(slot, down) {
  const box = slot.getBoundingClientRect()
  const [held, heldBy] = [down.clientY - box.top, down.clientX - box.left]
  const [ghost, preview] = [ghostOf(slot, box), document.createElement('li')]
  const scrolling = scrollAtEdges()
  preview.className = 'drop'
  slot.setPointerCapture(down.pointerId)
  slot.classList.add('dragged')
  document.getElementById('agenda').classList.add('dragging')
  return {
    move({ clientX, clientY }) {
      ghost.style.translate = `${clientX - heldBy}px ${clientY - held}px`
      scrolling.at(clientX, clientY)
      return show(preview, slot, clientX, clientY, Math.min(held, box.height))
    },
    end() {
      scrolling.end()
      for (const gone of [ghost, preview]) gone.remove()
      slot.classList.remove('dragged')
      document.getElementById('agenda').classList.remove('dragging')
      for (const tray of document.querySelectorAll('[data-tray]')) tray.classList.remove('over')
    },
  }
}

function ghostOf(slot, { width, height }) {
  const ghost = slot.cloneNode(true)
  ghost.id = 'slot--held'
  ghost.classList.add('ghost')
  ghost.inert = true
  Object.assign(ghost.style, { inlineSize: `${width}px`, blockSize: `${height}px` })
  document.querySelector('.days').append(ghost)
  return ghost
}

/** Shows where it would go, and gives the fields of the form that puts it there; nothing where it cannot go. */
function show(preview, slot, x, y, held) {
  const tray = document.querySelector('[data-tray]')
  const inTray = contains(tray, x, y)
  tray.classList.toggle('over', inTray)
  const lane = inTray ? null : laneAt(x, y)
  if (!lane) {
    preview.remove()
    return inTray && slot.closest('.slots') ? { day: '' } : null
  }
  const isFromTray = !slot.closest('.slots')
  const top = lane.minutes - (isFromTray ? 0 : held / pixelsPerMinute(lane.lanes))
  const start = Math.min(Math.max(0, Math.round(top / snap) * snap), minutesOf(lane.lanes) - snap)
  const time = timeAt(lane.lanes, start)
  const isEverywhere = !lane.number || staysInAllRooms(slot)
  preview.dataset.t = spanOf(start)
  if (isEverywhere) delete preview.dataset.n
  else preview.dataset.n = lane.number
  preview.replaceChildren(cardAt(time, slot))
  lane.lanes.querySelector('.slots').append(preview)
  return { day: lane.day, room: isEverywhere ? '' : lane.room, at: momentAt(lane.lanes, start) }
}

/** What is in all rooms is meant for all, wherever it is dropped; so is a break that has no place yet. */
function staysInAllRooms(slot) {
  const item = slot.closest('.slots li')
  return item ? item.dataset.n === undefined : slot.classList.contains('break')
}

function cardAt(time, slot) {
  const card = document.createElement('span')
  card.dataset.t = slot.dataset.t ?? '00:10'
  card.textContent = time
  return card
}
