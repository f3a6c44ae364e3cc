import { openSlot, slugOf } from './agenda-queue.js'

/** In place, where its link would load the whole page. */
export function openOnClick() {
  document.addEventListener('click', (event) => {
    const slot = event.target.closest?.('#agenda [id^="slot-"]')
    if (!slot || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    openSlot(slugOf(slot))
  })
}
