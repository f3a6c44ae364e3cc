import type { Commitment, Project } from '../../db/schema.ts'
import type { Item } from '../../server/dialogue/item.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, inLanguages, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime } from '../when.ts'
import { promised } from './promises.ts'
import { dueText, voiceFacts, voiceText, whereAsked } from './voice.ts'

export type ItemView = { project: Project; item: Item; promises: Commitment[]; today: string; organises: boolean }
type Forms = Record<'answer' | 'promise', FormState>

/** One question or idea, the form in which its answer is written, and what was promised because of it. */
export function itemPage(say: Say, view: ItemView, { answer, promise }: Forms): Page {
  const { project, item, today, organises } = view
  const { voice } = item
  return {
    say,
    title: say('dialogue.item'),
    colour: colourOf(project),
    workspace: workspace(say, { here: organises ? 'dialogue' : 'own-items', project }),
    main: html`<p class="above"><a href="${organises ? paths.dialogue(project) : paths.ownItems(project)}">${say(organises ? 'dialogue.title' : 'dialogue.mine')}</a></p>
<h1>${voiceText(say, voice)}</h1>
<p class="hint">${whereAsked(say, item, project.locales)} ${voiceFacts(say, item)}</p>
<p>${voice.answeredAt ? html`<span class="badge published">${say('dialogue.answered-on', { at: dayAndTime(voice.answeredAt, project.zone, say.locale) })}</span>` : dueText(say, voice.dueOn, today)}</p>
${voice.status === 'shown' ? answering(say, view, answer) : html`<p class="notice">${say('dialogue.show-first')}</p>`}
${promised(say, view, promise)}`,
  }
}

function answering(say: Say, { project, item: { voice } }: ItemView, form: FormState): Html {
  const isPublic = voice.answeredAt !== null
  const answer = {
    name: 'answer',
    label: say('dialogue.answer'),
    hint: say('dialogue.answer-hint'),
    rows: 6,
    max: 5000,
  }
  return html`<form class="card stack" method="post" action="${paths.item(project, voice)}" novalidate>
${problemSummary(say, form)}
${inLanguages(say, form, { ...answer, locales: project.locales })}
<p class="row">${isPublic ? null : html`<button class="button quiet" name="deed" value="keep">${say('dialogue.keep-draft')}</button>`}
<button class="button" name="deed" value="publish">${say(isPublic ? 'settings.save' : 'dialogue.publish')}</button></p>
<p class="hint">${say(isPublic ? 'dialogue.is-public' : 'dialogue.publish-hint')}</p>
</form>
${isPublic ? html`<form method="post" action="${paths.itemTakeBack(project, voice)}"><button class="button quiet">${say('dialogue.take-back')}</button></form>` : null}`
}
