import type { Photo, Project, Report } from '../../db/schema.ts'
import type { SectionKey } from '../../server/report/sections.ts'
import { type Html, html } from '../html.ts'
import { type FormState, inLanguages, problemSummary, tickBox } from '../parts/fields.ts'
import { languageBadge, plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { photoPaths } from '../photo-paths.ts'
import { fieldRow, rowNumbers } from '../projects/rows.ts'
import type { MessageKey, Say } from '../say.ts'

export type Writing = {
  project: Project
  report: Report | null
  photos: Photo[]
  sectionKeys: readonly SectionKey[]
  overtakenBy: Report | null
}

/** The form in which people say what no data can say. */
export function writing(say: Say, desk: Writing, form: FormState): Html {
  const { project, report, photos, sectionKeys, overtakenBy } = desk
  const { locales } = project
  const version = overtakenBy?.version ?? form.typed.version ?? report?.version ?? 0
  return html`${overtakenBy ? theirs(say, desk, overtakenBy) : null}
<form class="stack" id="written" method="post" action="${paths.report(project)}" novalidate>
${problemSummary(say, form)}
<input type="hidden" name="version" value="${version}">
${sectionKeys.map((key) => html`<section class="card">${inLanguages(say, form, { name: `sections.${key}`, label: say(`report.section-${key}`), hint: say(`report.hint-${key}`), locales, max: 20_000, rows: 8 })}</section>`)}
${quotes(say, project, form)}
${photoTicks(say, project, photos, form)}
<button class="button">${say('news.save')}</button>
</form>`
}

function quotes(say: Say, { locales }: Project, form: FormState): Html {
  return html`<section class="card stack" aria-labelledby="quotes"><h2 id="quotes">${say('report.quotes')}</h2>
<p class="hint">${say('report.quotes-hint')} ${say('settings.rows-hint')}</p>
${rowNumbers(form, 'quotes').map((number, index) => {
  const at = `quotes.${number}`
  return fieldRow(say, form, at, say('settings.row', { number: index + 1 }), [
    inLanguages(say, form, { name: `${at}.text`, label: say('report.quote'), locales, max: 1000, rows: 3 }),
    inLanguages(say, form, {
      name: `${at}.by`,
      label: say('report.quote-by'),
      hint: say('report.quote-by-hint'),
      locales,
      max: 200,
    }),
    agreed(say, form, `${at}.agreed`),
  ])
})}</section>`
}

function agreed(say: Say, form: FormState, name: string): Html {
  const problem = form.problems?.find(({ field }) => field === name)
  return html`${tickBox(form, { name, label: say('report.quote-agreed') })}${problem ? html`<p class="problem">${say(problem.key, problem.values)}</p>` : null}`
}

function photoTicks(say: Say, project: Project, photos: readonly Photo[], form: FormState): Html {
  if (photos.length === 0) return html`<p class="hint">${say('report.no-photos')}</p>`
  return html`<fieldset class="card"><legend>${say('album.title')}</legend><p class="hint">${say('report.photos-hint')}</p><div class="news-photos">${photos.map(
    (photo) => {
      const alt = plain(say, photo.alt, project.locales)
      const picture = html`<img src="${photoPaths.photo(photo, Math.min(480, photo.width))}" alt="" width="${photo.width}" height="${photo.height}" loading="lazy">`
      return html`<div>${picture}${tickBox(form, { name: `photo.${photo.id}`, label: alt || say('news.photo-unnamed') })}</div>`
    },
  )}</div></fieldset>`
}

/** Nobody's text is lost: theirs is saved, one's own is in the form below. */
function theirs(say: Say, { project, sectionKeys }: Writing, saved: Report): Html {
  const told: [MessageKey, MessageKey] = saved.finishedAt
    ? ['report.finished-meanwhile', 'report.finished-meanwhile-hint']
    : ['news.overtaken', 'news.overtaken-hint']
  return html`<section class="problems stack" role="alert" aria-labelledby="theirs"><h2 id="theirs">${say(told[0])}</h2>
<p>${say(told[1])}</p>
${project.locales.map((locale) => {
  const sections = sectionKeys.map((key) => saved.sections[key]?.[locale])
  const parts = [...sections, ...saved.quotes.map(({ text, by }) => `${text[locale] ?? ''} – ${by[locale] ?? ''}`)]
  const written = parts.filter(Boolean)
  return written.length > 0
    ? html`<div lang="${locale}">${languageBadge(locale)}<pre class="news-theirs">${written.join('\n\n')}</pre></div>`
    : null
})}</section>`
}
