import type { Meeting, Project } from '../../db/schema.ts'
import type { OwnWorkshop } from '../../server/workshops/own-page.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'

type View = { project: Project; meeting: Meeting; token: string; workshops: readonly OwnWorkshop[] }

/** On the page behind the manage link: what is chosen, in a line, or that one can choose. */
export function workshopsLine(say: Say, view: View): Html | null {
  const { workshops, token } = view
  if (workshops.length === 0) return null
  const chosen = workshops.filter(({ choice }) => choice !== null)
  const isOpen = workshops.some(({ choice, obstacle }) => choice === null && obstacle === null)
  if (chosen.length === 0 && !isOpen) return null
  const clash = chosen.some((one) => one.clash) ? html`<p class="notice">${say('workshops.mine-clash')}</p>` : null
  const list = chosen.map((one) => named(say, view, one)).join(' · ')
  return html`<section class="card stack mine-workshops"><h2>${say('workshops.title')}</h2>
<p>${chosen.length > 0 ? list : say('workshops.mine-none')}</p>
${clash}
<p><a class="button${chosen.length > 0 ? ' quiet' : ''}" href="${paths.mineWorkshops(token)}">${say(chosen.length > 0 ? 'workshops.mine-change' : 'workshops.mine-choose')}</a></p></section>`
}

function named(say: Say, { project, meeting }: View, { slot, choice }: OwnWorkshop): string {
  const at = time(Temporal.Instant.from(slot.startsAt), meeting.zone, say.locale)
  const title = `${at} ${plain(say, slot.title, project.locales)}`
  return choice === 'waiting' ? say('workshops.mine-waiting', { title }) : title
}
