import type { Meeting, Project, Room, Slot } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { seenField } from './seen.ts'

type Where = { project: Project; meeting: Meeting }

export function removeSlotPage(say: Say, where: Where, slot: Slot, seen: number): Page {
  const title = plain(say, slot.title, where.project.locales)
  const action = paths.agendaSlotDo(where.project, where.meeting, slot, 'remove')
  return confirmPage(say, where, { title, action, seen, sentence: say('agenda.remove-slot', { title }) })
}

/** `count`: how many slots are planned in it. */
export function removeRoomPage(say: Say, where: Where, room: Room, count: number, seen: number): Page {
  const title = plain(say, room.name, where.project.locales)
  const action = paths.agendaRoomRemove(where.project, where.meeting, room)
  return confirmPage(say, where, { title, action, seen, sentence: say('agenda.remove-room', { title, count }) })
}

type Question = { title: string; action: string; seen: number; sentence: string }

/** Says exactly what will happen, before it does. */
function confirmPage(say: Say, { project, meeting }: Where, { title, action, seen, sentence }: Question): Page {
  const heading = say('agenda.remove-of', { title })
  return {
    say,
    title: heading,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'agenda', project, meeting }),
    main: html`<section class="card notice stack"><h1>${heading}</h1>
<p>${sentence}</p>
<form method="post" action="${action}" class="actions">${seenField({ seen })}<button class="button danger">${say('agenda.remove')}</button>
<a class="button quiet" href="${paths.agenda(project, meeting)}">${say('agenda.cancel')}</a></form>
</section>`,
  }
}
