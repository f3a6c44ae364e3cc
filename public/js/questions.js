// Hides questions that are not for whoever answers; the server decides by the same answers, with or without this.

const blocks = [...document.querySelectorAll('[data-question]')]

/** What is ticked, chosen or counted in a question that is shown; what was answered before and is not shown again. */
function chosenIn(block) {
  if (!block || block.hidden) return []
  const inputs = [...block.querySelectorAll('input:not([type="hidden"])')]
  const ids = inputs.filter(isGiven).map(({ name, value, type }) => (type === 'radio' ? value : name.split('.').at(-1)))
  return ids.length > 0 ? ids : (block.dataset.kept ?? '').split(' ')
}

function isGiven({ type, checked, value }) {
  return type === 'radio' || type === 'checkbox' ? checked : Number(value) > 0
}

/** Those that hang on others come after them. */
function show() {
  for (const block of blocks) {
    const { onlyIf, answers } = block.dataset
    if (!onlyIf) continue
    const other = blocks.find(({ dataset }) => dataset.question === onlyIf)
    const chosen = chosenIn(other)
    block.hidden = !answers.split(' ').some((id) => chosen.includes(id))
  }
}

for (const hint of document.querySelectorAll('.only-if')) hint.hidden = true
document.addEventListener('input', show)
document.addEventListener('change', show)
show()
