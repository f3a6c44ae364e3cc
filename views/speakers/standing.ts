import type { Standing } from '../../db/schema.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'

const looks: Record<Standing, string> = {
  planned: 'draft',
  invited: 'waiting',
  accepted: 'offered',
  confirmed: 'confirmed',
  declined: 'cancelled',
}

export function standingBadge(say: Say, standing: Standing): Html {
  return html`<span class="badge ${looks[standing]}">${say(`speakers.standing.${standing}`)}</span>`
}

export function whenShort(say: Say, { when, meeting: { zone } }: Appearance): Html {
  return when ? html`<span class="when">${stamp(when.startsAt, zone, say.locale)}</span>` : html`${say('agenda.tray')}`
}
