import type { Locale } from '../../db/languages.ts'
import type { Photo } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { bar } from '../numbers/bar.ts'
import { shareHead } from '../numbers/indicators.ts'
import { shown } from '../numbers/shown.ts'
import { prose } from '../parts/markdown.ts'
import { table } from '../parts/table.ts'
import { plain } from '../parts/texts.ts'
import { photoPaths } from '../photo-paths.ts'
import type { Say } from '../say.ts'
import type { Block, Cell, Line, Row } from './blocks.ts'

/** One piece of a report on a page. */
export function blockHtml(say: Say, locales: readonly Locale[], block: Block): Html | null {
  switch (block.is) {
    case 'prose':
      return prose(say, block.text, locales)
    case 'heading':
      return html`<h3>${block.text}</h3>`
    case 'note':
      return html`<p class="hint">${block.text}</p>`
    case 'facts':
      return html`<dl class="facts">${block.facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`
    case 'lines':
      return html`<ul class="report-lines">${block.lines.map(lineHtml)}</ul>`
    case 'table':
      return tableHtml(say, block)
    case 'quotes':
      return html`${block.quotes.map(({ text, by }) => html`<figure class="report-quote"><blockquote>${text}</blockquote><figcaption class="hint">${by}</figcaption></figure>`)}`
    case 'photos':
      return html`<div class="report-photos">${block.photos.map((photo) => photoHtml(say, locales, photo))}</div>`
  }
}

function lineHtml({ text, detail, href }: Line): Html {
  const told = href ? html`<a href="${href}" rel="noopener noreferrer">${text}</a>` : html`${text}`
  return html`<li>${told}${detail ? html` <span class="hint">${detail}</span>` : null}</li>`
}

function tableHtml(say: Say, { label, heads, rows }: Extract<Block, { is: 'table' }>): Html {
  const isDrawn = rows.some(({ share }) => share)
  const body = rows.map(({ cells: [name = '', ...rest], share, isSum }: Row) => {
    const drawn = isDrawn ? html`<td class="share">${share ? bar(...share) : null}</td>` : null
    return html`<tr${isSum ? html` class="sum"` : null}><th scope="row">${name}</th>${rest.map((cell) => cellHtml(say, cell))}${drawn}</tr>`
  })
  const isCounted = rows.every(({ cells }) => cells.every((cell, at) => at === 0 || typeof cell !== 'string'))
  return html`<div class="report-table${isCounted ? ' numbers' : ''}"><h3>${label}</h3>${table(label, isDrawn ? [...heads, shareHead(say)] : heads, body)}</div>`
}

function cellHtml(say: Say, cell: Cell): Html {
  return typeof cell === 'string' ? html`<td>${cell}</td>` : html`<td class="number">${shown(say, cell)}</td>`
}

function photoHtml(say: Say, locales: readonly Locale[], photo: Photo): Html {
  const size = html`width="${photo.width}" height="${photo.height}"`
  const source = photoPaths.photo(photo, Math.min(960, photo.width))
  return html`<figure><img src="${source}" alt="${plain(say, photo.alt, locales)}" ${size}>${photo.credit ? html`<figcaption class="hint">${photo.credit}</figcaption>` : null}</figure>`
}
