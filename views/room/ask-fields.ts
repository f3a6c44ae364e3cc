import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textArea, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import type { RoomView } from './page.ts'

/** The question first; who asks only if they want to say it. */
export function askFields(say: Say, { project, agenda, groups }: RoomView, form: FormState): Html {
  const slots = agenda?.slots.filter(({ type }) => type !== 'break') ?? []
  const isFurther = ['slot', 'group', 'name', 'email'].some((name) => form.typed[name])
  return html`${textArea(say, form, { name: 'text', label: say('room.text'), rows: 3, max: 500, required: true })}
<details class="fold"${isFurther ? html` open` : null}><summary>${say('room.further')}</summary>
${
  slots.length > 0
    ? choiceField(say, form, {
        ...{ name: 'slot', label: say('room.slot'), empty: say('room.any-slot') },
        options: slots.map((slot) => ({ value: slot.id, label: plain(say, slot.title, project.locales) })),
      })
    : null
}
${
  groups.length > 0
    ? choiceField(say, form, {
        ...{ name: 'group', label: say('room.group'), empty: say('room.no-group') },
        options: groups.map((group) => ({ value: group.id, label: plain(say, group.name, project.locales) })),
      })
    : null
}
${textField(say, form, { name: 'name', label: say('room.name'), hint: say('room.name-hint'), max: 60, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('room.email'), hint: say('room.email-hint'), type: 'email', max: 254, autocomplete: 'email' })}
</details>`
}
