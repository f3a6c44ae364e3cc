const log = document.getElementById('door-earlier')

/** Whom the other phone saw before this one, since when; the newest first, and only the last few. */
export function tellEarlier({ earlier = [], seen }) {
  for (const who of earlier) {
    const row = document.querySelector(`.door-press[data-who="${CSS.escape(who)}"]`)?.closest('li')
    const line = document.createElement('p')
    const name = (row?.querySelector('.door-name') ?? row)?.firstChild?.textContent.trim() ?? ''
    line.textContent = log.dataset.earlier.replace('{name}', name).replace('{seen}', seen[who].text)
    log.prepend(line)
  }
  for (const old of [...log.children].slice(5)) old.remove()
  log.hidden = log.children.length === 0
}
