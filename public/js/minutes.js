/** Keeps what is being written in this browser until it is saved; what was left behind is offered, never put in by itself. */
const form = document.querySelector('.minutes-form')
const key = `minutes ${location.pathname}`
const fields = form ? [...form.querySelectorAll('textarea')] : []
const written = () => JSON.stringify(fields.map(({ value }) => value))

if (form) {
  const kept = localStorage.getItem(key)
  if (kept === written()) localStorage.removeItem(key)
  else if (kept) offer(JSON.parse(kept))
  form.addEventListener('input', () => localStorage.setItem(key, written()))
}

function offer(texts) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small'
  button.textContent = form.dataset.restore
  button.addEventListener('click', () => {
    fields.forEach((field, i) => {
      field.value = texts[i] ?? field.value
    })
    button.remove()
  })
  form.prepend(button)
}
