import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import type { OwnView } from './own.ts'

/** Something that is asked of a speaker; where it is done is on the same page. */
export type Task = { label: string; href: string; isDone: boolean }

/** What is still asked of them, done things too: a list that one likes to see full. */
export function tasksCard(say: Say, view: OwnView): Html | null {
  const tasks = tasksOf(say, view)
  if (tasks.length === 0) return null
  return html`<section class="card" aria-labelledby="tasks"><h2 id="tasks">${say('speaker.tasks')}</h2>
<ul class="tasks" role="list">${tasks.map((task) => item(say, task))}</ul></section>`
}

function item(say: Say, { label, href, isDone }: Task): Html {
  if (isDone) return html`<li class="done"><span class="unseen">${say('speaker.task-done')}: </span>${label}</li>`
  return html`<li><a href="${href}">${label}</a></li>`
}

/** Nothing more is asked for a meeting that is over or off. */
function tasksOf(say: Say, { slots, speaker, slides, guardian }: OwnView): Task[] {
  const ahead = slots.filter(
    ({ standing, isOver, meeting }) => standing !== 'declined' && !isOver && meeting.status !== 'cancelled',
  )
  if (ahead.length === 0) return []
  const unanswered = ahead.find(({ standing }) => standing === 'invited')
  return [
    {
      label: say('speaker.task-answer'),
      href: `#slot-${(unanswered ?? ahead[0])?.slotId}`,
      isDone: unanswered === undefined,
    },
    ...slides
      .filter(({ closed }) => !closed)
      .map(({ slot, slides: its }) => ({
        label: say('slides.own-title'),
        href: `#slides-of-${slot.id}`,
        isDone: its.length > 0,
      })),
    ...(speaker.minor
      ? [{ label: say('guardians.task'), href: '#guardian', isDone: guardian.standing !== 'nobody' }]
      : []),
    { label: say('speaker.task-bio'), href: '#about-me', isDone: Object.values(speaker.bio).some(Boolean) },
    { label: say('speaker.task-picture'), href: '#my-picture', isDone: speaker.pictureId !== null },
  ]
}
