import { tellEarlier } from './door-earlier.js'
import { forgetPage, forgetPages, keepKnown, keepPage, keptKnown } from './door-kept.js'
import { forgetSteps, note, tell, waiting } from './door-queue.js'
import { detectors, startScanning } from './door-scan.js'

// The door goes on without a network: what is pressed is noted at once, and told as soon as somebody hears it.

const page = document.querySelector('[data-door]')
const status = document.getElementById('door-status')
const pressed = () => [...document.querySelectorAll('.door-press[data-who]')]
let known = null
let telling = null

document.addEventListener('submit', press, true)
for (const typed of ['input', 'submit']) document.querySelector('.door-search').addEventListener(typed, find, true)
document.addEventListener('htmx:after:swap', show)
addEventListener('online', hear)
document.addEventListener('visibilitychange', () => document.hidden || hear())
setInterval(() => document.hidden || hear(), Number(page.dataset.every))
startScanning(checkIn)
forgetSteps()
show()
hear()
forgetPages()
  .then(detectors)
  .then(keepPage)
  .catch(() => {})

function press(event) {
  const form = event.target
  if (!form.matches('.door-press[data-who]')) return
  try {
    note(form.dataset, event.submitter?.dataset.deed ?? 'in')
  } catch {
    // Nothing more fits into this phone: the form goes by itself.
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  noted(form)
}

function noted(form) {
  show()
  form.querySelector('button:not([hidden])')?.focus({ preventScroll: true })
  hear()
}

/** Whose code it is: whoever comes alone is in; a class opens, and its people are ticked off one by one. */
function checkIn(code) {
  const row = document.querySelector(`[data-code="${CSS.escape(code)}"]`)
  if (!row) return null
  const forms = [...row.querySelectorAll('.door-press[data-who]')]
  const alone = forms.length === 1 ? forms[0] : null
  const already = alone !== null && isIn(alone.dataset.who)
  if (alone && !already) {
    note(alone.dataset, 'in')
    noted(alone)
  }
  row.hidden = false
  row.querySelector('details')?.setAttribute('open', '')
  row.scrollIntoView({ block: 'center' })
  row.querySelector('button:not([hidden]), summary')?.focus({ preventScroll: true })
  return { name: row.querySelector('.door-name').textContent, already }
}

/** One at a time; what happened meanwhile is told next. */
async function hear() {
  if (telling) return
  telling = tell()
  const answer = await telling
  telling = null
  if (answer === 'refused') await forgetPage()
  else if (answer) {
    known = answer
    tellEarlier(answer)
    keepKnown(answer)
  } else known ??= keptKnown()
  page.dataset.network = answer === null ? 'gone' : answer === 'refused' ? 'refused' : ''
  show()
  if (answer && answer !== 'refused' && waiting().length > 0) hear()
}

/** What the server knows, and on top of that what it has not heard yet. */
function isIn(who) {
  const last = waiting().findLast((step) => (step.participant ?? step.registration) === who)
  if (last) return last.deed === 'in'
  return known ? who in known.seen : formOf(who).querySelector('[data-deed="in"]').hidden
}

function formOf(who) {
  return document.querySelector(`.door-press[data-who="${CSS.escape(who)}"]`)
}

function show() {
  const unheard = new Set(waiting().map((step) => step.participant ?? step.registration))
  for (const form of pressed()) {
    const { who } = form.dataset
    if (!known && !unheard.has(who)) continue
    const [its, here] = [known?.seen[who], isIn(who)]
    form.querySelector('[data-deed="in"]').hidden = here
    for (const part of form.querySelectorAll('.door-in')) part.hidden = !here
    form.querySelector('.door-since').textContent = unheard.has(who) || !its ? page.dataset.noted : its.text
    form.querySelector('.door-doubled').hidden = unheard.has(who) || !its?.doubled
  }
  const there = document.getElementById('there')
  if (known && there) there.textContent = known.there
  document.getElementById('door-waiting').textContent = unheard.size
  status.hidden = unheard.size === 0 && !page.dataset.network
}

/** Without a network nobody else looks names up. */
function find(event) {
  if (!page.dataset.network) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const sought = folded(event.currentTarget.querySelector('input').value.trim())
  for (const row of document.querySelectorAll('.door-row')) row.hidden = !folded(row.textContent).includes(sought)
}

function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
