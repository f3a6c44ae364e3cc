// Lets this device calculate before a form goes off, while its owner types: one form is nothing, thousands are.

const field = document.querySelector('input[data-challenge]')
const told = (what) => document.querySelector(`[data-proof=${what}]`)
const form = field.form
const challenge = JSON.parse(field.dataset.challenge)
let isWanted = false

// Browsers calculate on https alone; without it, what stands there for those without scripts stays.
if (globalThis.crypto?.subtle && 'Worker' in globalThis) {
  told('without').hidden = true
  form.addEventListener('submit', hold)
  calculate()
}

function calculate() {
  const many = Math.min(4, navigator.hardwareConcurrency || 1)
  const workers = Array.from({ length: many }, () => new Worker('asset:js/proof-worker.js', { type: 'module' }))
  for (const [counterStart, worker] of workers.entries()) {
    worker.onmessage = ({ data: solution }) => {
      if (!solution || solution.error) return
      for (const one of workers) one.terminate()
      found(solution)
    }
    worker.postMessage({ type: 'work', challenge, counterStart, counterStep: many })
  }
}

function hold(event) {
  if (field.value) return
  event.preventDefault()
  isWanted = true
  told('working').hidden = false
}

function found(solution) {
  field.value = btoa(JSON.stringify({ challenge, solution }))
  if (isWanted) form.requestSubmit()
}
