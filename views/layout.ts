import { type Locale, locales } from '../db/languages.ts'
import type { May } from '../server/organisers/rights.ts'
import { type Html, html, trusted } from './html.ts'
import { type LateIn, lateNotice } from './mail/late.ts'
import type { Page } from './page.ts'
import { ink, paper } from './parts/poster.ts'
import { paths } from './paths.ts'
import type { Say } from './say.ts'
import { languageLabels, languageNames } from './when.ts'

export type Frame = {
  /** The content-hashed address of a file in `public/`. */
  asset: (name: string) => string
  publicUrl: string
  /** Where the reader is, without the query. */
  path: string
  may: May
  /** Letters that should have gone: organisers' pages say so. */
  late: LateIn | null
}

export function layout(page: Page, frame: Frame): Html {
  const { say } = page
  return html`<!DOCTYPE html>
<html lang="${say.locale}" data-colour="${page.colour ?? 'tangerine'}">
<head>${head(page, frame)}</head>
${page.bare ? bareBody(page, page.bare) : body(page, frame)}
</html>`
}

function body(page: Page, frame: Frame): Html {
  const { say } = page
  return html`<body${page.workspace ? html` class="organise"` : null}>
<a class="skip" href="#main">${say('site.skip')}</a>
<header class="top">
<a class="mark" href="${page.workspace ? paths.organise : paths.home}">${say('site.name')}</a>
${page.workspace ? null : languages(page, frame)}
</header>
${page.workspace?.(frame.may)}
<main id="main" tabindex="-1">${page.workspace && frame.late ? lateNotice(say, frame.late) : null}${page.main}</main>
${page.workspace ? null : footer(page, frame)}
</body>`
}

function bareBody({ main }: Page, kind: string): Html {
  return html`<body class="${kind}">
<main id="main">${main}</main>
</body>`
}

function head(page: Page, frame: Frame): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${page.say('site.name')}</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${paper}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${ink}" media="(prefers-color-scheme: dark)">
<link rel="stylesheet" href="${frame.asset('site.css')}">
${page.workspace ? html`<link rel="stylesheet" href="${frame.asset('organise.css')}">` : null}
${fonts[page.say.locale].map((font) => preload(frame.asset(`fonts/${font}.woff2`)))}
<link rel="icon" href="${frame.asset('icons/kopa.svg')}" type="image/svg+xml">
${page.personal ? html`<meta name="robots" content="noindex">` : sharing(page, frame)}
${page.links}
${page.workspace || page.improved ? scripts(page, frame) : null}
${page.scripts?.map((name) => html`<script type="module" src="${frame.asset(`js/${name}.js`)}" blocking="render"></script>`)}
${page.data ? structured(page.data) : null}`
}

/** What a page in this language surely needs; further letters come by `unicode-range` when they occur. */
const fonts: Record<Locale, readonly string[]> = {
  lv: ['latin', 'latin-ext'],
  en: ['latin'],
  ru: ['latin', 'cyrillic'],
  uk: ['latin', 'cyrillic'],
}

function preload(font: string): Html {
  return html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`
}

function sharing(page: Page, frame: Frame): Html {
  const address = frame.publicUrl + frame.path
  return html`<link rel="canonical" href="${address}">
${locales.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${address}?lang=${locale}">`)}
<meta property="og:title" content="${page.title}">
<meta property="og:type" content="website">
<meta property="og:url" content="${address}">
${page.description ? html`<meta name="description" content="${page.description}"><meta property="og:description" content="${page.description}">` : null}
${page.card ? html`<meta property="og:image" content="${frame.publicUrl}${page.card}"><meta name="twitter:card" content="summary_large_image">` : null}`
}

/**
 * htmx only where people work in tables, or a form asks on; its own style sheet would be refused by our policy. What
 * somebody has folded open stays open. Organisers' tables are shown when they have come whole, since the columns of what has
 * come so far move with each row; others read what is there.
 */
function scripts({ workspace }: Page, frame: Frame): Html {
  return html`<meta name="htmx-config" content='{"includeIndicatorCSS": false, "history": "reload", "morphIgnore": ["data-htmx-powered", "open"]}'>
<script src="${frame.asset('htmx.js')}" defer${workspace ? html` blocking="render"` : null}></script>`
}

/** JSON inside a script element: `<` written so that no text can end the element. */
function structured(data: object): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${trusted(json)}</script>`
}

function languages({ say }: Page, frame: Frame): Html {
  return html`<nav class="languages" aria-label="${say('site.languages')}">
${locales.map((locale) => language(locale, say.locale, frame))}
</nav>`
}

function language(locale: Locale, current: Locale, frame: Frame): Html {
  return html`<a href="${frame.path}?lang=${locale}" lang="${locale}" hreflang="${locale}" title="${languageNames[locale]}"${
    locale === current ? html` aria-current="true"` : null
  }>${languageLabels[locale]}</a>`
}

function footer({ say, of: project, personal }: Page, { path }: Frame): Html {
  return html`<footer class="foot">
${project ? trustedLine(say, project, personal ? {} : { page: path }) : null}
<a href="${paths.privacy}">${say('site.privacy')}</a>
<a href="${paths.organise}">${say('site.organise')}</a>
</footer>`
}

/** A secret address is no page to be named in a report. */
function trustedLine(say: Say, project: NonNullable<Page['of']>, about: { page?: string }): Html {
  const { trustedName, trustedPhone } = project
  const contact = [trustedName, trustedPhone].filter(Boolean).join(', ')
  return html`<p><a href="${paths.help(project, about)}" rel="nofollow">${say('help.foot')}</a>${contact ? html` ${contact}` : null}</p>`
}
