const near = 60
const most = 18

/** While something is held near the edge of the window, or of a board wider than it, that goes on scrolling. */
export function scrollAtEdges() {
  let [x, y, going] = [0, 0, true]
  const step = () => {
    if (!going) return
    window.scrollBy(0, speed(y, 0, window.innerHeight))
    for (const board of document.querySelectorAll('.board')) {
      const { left, right, top, bottom } = board.getBoundingClientRect()
      if (y > top && y < bottom && x > left && x < right) board.scrollBy(speed(x, left, right), 0)
    }
    requestAnimationFrame(step)
  }
  return {
    at(clientX, clientY) {
      if (!x && !y) requestAnimationFrame(step)
      ;[x, y] = [clientX, clientY]
    },
    end() {
      going = false
    },
  }
}

function speed(at, start, end) {
  if (at < start + near) return -Math.min(most, (start + near - at) / 3)
  return at > end - near ? Math.min(most, (at - end + near) / 3) : 0
}
