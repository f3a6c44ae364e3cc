import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** In the sign-up form: names of friends, as many as the meeting allows; left empty, nobody comes along. */
export function friendFields(
  say: Say,
  { project, meeting }: { project: Project; meeting: Meeting },
  form: FormState,
): Html {
  const most = meeting.friendsMost
  const names = Array.from({ length: most }, (_, i) => `friends.${i}`)
  const isFilled = names.some((name) => form.typed[name] || form.problems?.some(({ field }) => field === name))
  return html`<details class="fold friends"${isFilled ? html` open` : null}><summary>${say('friends.title')}</summary>
<div class="stack"><p class="hint">${say('friends.about', { most })} ${youngFriends(say, project, meeting)}</p>
${names.map((name, i) => textField(say, form, { name, label: say('friends.name', { number: i + 1 }), autocomplete: 'off', max: 100 }))}
</div></details>`
}

/** A friend's age is not asked: whoever needs a guardian's yes signs up by themselves. */
export function youngFriends(say: Say, { childAge }: Project, { asksAge }: Meeting): string | null {
  return asksAge ? say('friends.age', { age: childAge }) : null
}
