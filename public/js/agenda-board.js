/** What the page shows, in minutes and pixels. `data-t` and `data-n` are explained in views/agenda/timeline.ts. */

export const snap = 5

export function minutesOf(element) {
  const [hours, minutes] = element.dataset.t.split(':').map(Number)
  return hours * 60 + minutes
}

export function spanOf(minutes) {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Whether the days are shown beside their hours, or as mere lists. */
export function hasHours() {
  return document.querySelector('.hours')?.checkVisibility() ?? false
}

export function pixelsPerMinute(lanes) {
  const [first, second] = lanes.querySelectorAll('.hours li')
  return (second.getBoundingClientRect().top - first.getBoundingClientRect().top) / 30
}

/** "17.25": the time so many minutes after the start, written as the half hour before it is. */
export function timeAt(lanes, minutes) {
  const ticks = [...lanes.querySelectorAll('.hours li')]
  const tick = ticks.findLast((one) => minutesOf(one) <= minutes) ?? ticks[0]
  const [, hour, sign, minute] = /(\d+)(\D)(\d+)/.exec(tick.textContent)
  return `${hour}${sign}${String(Number(minute) + minutes - minutesOf(tick)).padStart(2, '0')}`
}

/** The same with its date, for a form: "2026-12-12T17:25", however late the night. */
export function momentAt(lanes, minutes) {
  const ticks = [...lanes.querySelectorAll('.hours li')]
  const tick = ticks.findLast((one) => minutesOf(one) <= minutes) ?? ticks[0]
  const [, hour, minute] = /^(.*T\d\d):(\d\d)/.exec(tick.dataset.at)
  return `${hour}:${String(Number(minute) + minutes - minutesOf(tick)).padStart(2, '0')}`
}

/**
 * The lane at a point of the screen: its day, its room (none beside the hours, and where there are no rooms), and how
 * far down in minutes.
 */
export function laneAt(x, y) {
  const lanes = [...document.querySelectorAll('.lanes')].find((one) => contains(one, x, y))
  if (!lanes) return null
  const slots = lanes.querySelector('.slots').getBoundingClientRect()
  const names = [...lanes.closest('.board').querySelectorAll('.lane-names > span')]
  const under = names.findIndex((name) => x < name.getBoundingClientRect().right)
  const room = x < (names[0]?.getBoundingClientRect().left ?? 0) ? undefined : names.at(under)
  return {
    lanes,
    day: lanes.dataset.day,
    number: room?.dataset.n ?? null,
    room: room?.dataset.room ?? '',
    minutes: (y - slots.top) / pixelsPerMinute(lanes),
  }
}

export function contains(element, x, y) {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return x >= left && x <= right && y >= top && y <= bottom
}

export function roomsOf() {
  const names = document.querySelector('.lane-names')
  return [...(names?.children ?? [])].map(({ dataset }) => dataset.room)
}
