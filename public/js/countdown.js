// Counts down to the moments marked `data-until` (ms since 1970), second by second in the last hour.

function left(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const two = (number) => String(number).padStart(2, '0')
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

setInterval(() => {
  for (const time of document.querySelectorAll('time[data-until]')) {
    const ms = Number(time.dataset.until) - Date.now()
    if (ms < 3_600_000) time.textContent = left(ms)
  }
}, 1000)
