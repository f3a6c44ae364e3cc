import type { StorySpeaker } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { OwnView } from './own.ts'
import { coSpeakersField } from './teller-fields.ts'

/** Who tells it, and while there is time, the proposer asks others along. */
export function together(say: Say, view: OwnView, form: FormState): Html | null {
  const { people, isProposer, isWritable, state, token } = view
  const mayInvite = isProposer && isWritable && state === 'open'
  if (people.length < 2 && !mayInvite) return null
  return html`<section class="card stack" id="together" aria-labelledby="together-title"><h2 id="together-title">${say('story.together')}</h2>
${people.length > 1 ? peopleList(say, view) : html`<p>${say('story.alone')}</p>`}
${
  mayInvite
    ? html`<form class="stack" method="post" action="${paths.storyDo(token, 'invite')}" novalidate>${coSpeakersField(say, form)}
<button class="button quiet">${say('story.invite')}</button></form>`
    : null
}
</section>`
}

/** Addresses are shown to the proposer alone, who typed them. */
function peopleList(say: Say, { people, isProposer }: OwnView): Html {
  return html`<ul class="story-people" role="list">${people.map(
    (one) =>
      html`<li>${nameOf(say, one, isProposer)} <span class="badge ${standingOf(one)}">${say(`story.person-${standingOf(one)}`)}</span></li>`,
  )}</ul>`
}

function nameOf(say: Say, { name, email }: StorySpeaker, isProposer: boolean): Html {
  if (name) return html`<strong>${name}</strong>`
  return html`<span class="address">${isProposer ? email : say('story.somebody')}</span>`
}

export function standingOf({
  position,
  joinedAt,
  declinedAt,
}: StorySpeaker): 'proposer' | 'joined' | 'declined' | 'asked' {
  if (position === 1) return 'proposer'
  if (declinedAt) return 'declined'
  return joinedAt ? 'joined' : 'asked'
}
