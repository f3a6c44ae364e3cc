// Buttons that copy a field; without scripts, the field itself is there to be selected.

for (const button of document.querySelectorAll('[data-copy]')) {
  const words = button.textContent
  button.setAttribute('aria-live', 'polite')
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy)
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
      button.textContent = button.dataset.copied
      setTimeout(() => {
        button.textContent = words
      }, 4000)
    } catch {
      // Selected it stays, for the reader's own way of copying.
    }
  })
}
