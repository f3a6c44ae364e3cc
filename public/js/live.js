// Keeps the parts marked `data-live` as the server has them: at once when it tells of a change, and every minute.

const parts = () => [...document.querySelectorAll('[data-live]')]
let asking = false
let again = false

async function refresh() {
  again = asking
  if (asking) return
  asking = true
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    // Without a network the page stays as it is, and the next minute tries again.
  }
  asking = false
  if (again) refresh()
}

/** Whoever reads or types meanwhile keeps the focus and what they have opened. */
function show(fresh) {
  for (const part of parts()) {
    const next = fresh.getElementById(part.id)
    if (!next) continue
    for (const open of part.querySelectorAll('details[open][id]'))
      next.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '')
    if (next.outerHTML === part.outerHTML) continue
    const focused = part.contains(document.activeElement) ? focusIn(part) : null
    part.replaceWith(next)
    focused?.(next)?.focus({ preventScroll: true })
  }
}

/** The same element in the fresh part: by its id, or by where it leads. */
function focusIn({ ownerDocument: { activeElement } }) {
  const href = activeElement.getAttribute('href')
  const selector = activeElement.id ? `#${CSS.escape(activeElement.id)}` : href && `a[href="${CSS.escape(href)}"]`
  return (next) => (selector ? next.querySelector(selector) : null)
}

const address = parts()[0]?.dataset.live
if (address) {
  new EventSource(address).addEventListener('message', refresh)
  setInterval(refresh, 60_000)
  document.addEventListener('visibilitychange', () => document.hidden || refresh())
}
