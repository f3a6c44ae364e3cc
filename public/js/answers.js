// A file is sent by a form of its own: what was typed meanwhile in the other one is saved first, not left behind.

const typed = document.querySelector('.own-answers')
let isUnsaved = typed?.querySelector('.problems') != null

typed?.addEventListener('input', () => {
  isUnsaved = true
})

document.addEventListener('submit', async (event) => {
  if (!isUnsaved || event.target === typed) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(typed))
  const saved = await fetch(typed.action, { method: 'POST', body }).catch(() => null)
  if (saved?.ok) event.target.submit()
  else typed.submit()
})
