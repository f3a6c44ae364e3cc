// Sends photos one by one, so that whoever waits sees how far it is and which were not taken.
const form = document.querySelector('form[data-photos]')

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const button = form.querySelector('button')
  const status = form.querySelector('[data-status]')
  const files = [...form.elements.photos.files]
  button.disabled = true
  let [done, failed] = [0, 0]
  for (const file of files) {
    status.textContent = `${form.dataset.sending} ${done} / ${files.length}`
    if (!(await send(file))) {
      failed += 1
      tell(file)
    }
    done += 1
  }
  status.textContent = `${done - failed} / ${files.length}`
  button.disabled = false
  if (failed === 0) location.assign(location.href.split('#')[0])
})

async function send(file) {
  const body = new FormData()
  body.set('photos', file)
  try {
    return (await fetch(form.action, { method: 'POST', body })).ok
  } catch {
    return false
  }
}

function tell(file) {
  const line = document.createElement('li')
  line.className = 'problem'
  line.textContent = `${file.name}: ${form.dataset.failed}`
  form.querySelector('[data-refused]').append(line)
}
