import type { Locale } from '../../db/languages.ts'
import { type Html, html } from '../html.ts'
import type { Colour } from '../page.ts'
import { ink, loud } from '../parts/poster.ts'
import type { Say } from '../say.ts'

export type Link = { label: string; url: string }
export type Fact = { label: string; value: string; url?: string; was?: string }

/** A picture that goes with the letter, and the address it stands for. */
export type Pictured = Link & { cid: string }

/** What a letter says, in the order it says it. Plain text throughout: the frame escapes. */
export type LetterContent = {
  subject: string
  /** What it is about: the meeting's title. */
  heading?: string
  /** And the language that is in, where it is not the letter's. */
  headingLocale?: Locale
  lead: string
  facts?: readonly Fact[]
  button?: Link
  picture?: Pictured
  /** What else there is to know, under a heading of its own. */
  also?: { heading: string; facts: readonly Fact[] }
  further?: readonly (string | Link)[]
  small?: readonly string[]
}

export type Framed = { subject: string; lead: string; text: string; html: string }

/** The same letter twice, as text and as HTML: neither says more than the other. */
export function framed(say: Say, content: LetterContent, colour: Colour = 'tangerine'): Framed {
  const { subject, lead } = content
  return { subject, lead, text: asText(say, content), html: asHtml(say, content, colour).markup }
}

function asText(say: Say, content: LetterContent): string {
  const { lead, heading, facts = [], button, picture, also, further = [], small = [] } = content
  return [
    lead,
    [heading, ...facts.map((fact) => factLine(say, fact))].filter(Boolean).join('\n'),
    button ? linkLine(button) : '',
    picture ? linkLine(picture) : '',
    also ? [also.heading, ...also.facts.map((fact) => factLine(say, fact))].join('\n') : '',
    ...further.map((part) => (typeof part === 'string' ? part : linkLine(part))),
    ['-- ', say('site.name'), ...small].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function factLine(say: Say, { label, value, was }: Fact): string {
  return `${label}: ${value}${was === undefined ? '' : `\n  ${say('letter.was', { was })}`}`
}

function linkLine({ label, url }: Link): string {
  return `${label}:\n${url}`
}

/**
 * No pictures but the code for the door, no style sheet, and no colours but the bar's and the button's: mail programs
 * then choose dark or light by themselves, and whatever they leave out, the words stay.
 */
function asHtml(say: Say, content: LetterContent, colour: Colour): Html {
  return html`<!doctype html>
<html lang="${say.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${content.subject}</title>
</head>
<body style="margin:0;padding:16px;font:17px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:560px;margin:0 auto">
<div style="height:14px;border-radius:7px;background:${loud[colour]}"></div>
${letterBody(say, content, colour)}
</div>
</body>
</html>
`
}

function letterBody(say: Say, content: LetterContent, colour: Colour): Html {
  const { lead, heading, headingLocale, facts = [], button, picture, also, further = [], small = [] } = content
  return html`<p style="margin:24px 0 16px">${lines(lead)}</p>
${heading ? html`<h1 style="margin:0 0 12px;font-size:26px;line-height:1.2"${headingLocale ? html` lang="${headingLocale}"` : null}>${heading}</h1>` : null}
${facts.length > 0 ? factTable(say, facts) : null}
${button ? buttonPart(button, colour) : null}
${picture ? picturePart(picture) : null}
${also ? html`<h2 style="margin:28px 0 8px;font-size:19px;line-height:1.3">${also.heading}</h2>${factTable(say, also.facts)}` : null}
${further.map((part) => html`<p style="margin:0 0 12px">${typeof part === 'string' ? lines(part) : html`<a href="${part.url}">${part.label}</a>`}</p>`)}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid;font-size:14px">${say('site.name')}${small.map((line) => html`<br>${line}`)}</p>`
}

function factTable(say: Say, facts: readonly Fact[]): Html {
  return html`<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${facts.map((fact) => factRow(say, fact))}</table>`
}

function factRow(say: Say, { label, value, url, was }: Fact): Html {
  return html`<tr>
<td style="padding:4px 16px 4px 0;vertical-align:top">${label}</td>
<td style="padding:4px 0;vertical-align:top"><strong>${url ? html`<a href="${url}">${value}</a>` : lines(value)}</strong>${
    was === undefined ? null : html`<br><span>${lines(say('letter.was', { was }))}</span>`
  }</td>
</tr>`
}

function buttonPart({ label, url }: Link, colour: Colour): Html {
  const look = `display:inline-block;padding:12px 20px;border:2px solid ${ink};border-radius:18px;background:${loud[colour]};color:${ink}`
  return html`<p style="margin:20px 0"><a href="${url}" style="${look};font-weight:bold;text-decoration:none">${label}</a></p>
<p style="margin:0 0 20px;font-size:14px;word-break:break-all">${url}</p>`
}

function picturePart({ label, url, cid }: Pictured): Html {
  return html`<p style="margin:0 0 20px">${label}<br><img src="cid:${cid}" alt="${label}" width="200" height="200" style="margin:8px 0"><br><a href="${url}" style="font-size:14px;word-break:break-all">${url}</a></p>`
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`))}`
}
