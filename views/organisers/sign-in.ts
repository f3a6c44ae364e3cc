import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export function signInPage(say: Say, form: FormState): Page {
  return doorstep(say, say('sign-in.title'), html`<p>${say('sign-in.lead')}</p>${askForm(say, form)}`)
}

/** The same whether or not the address belongs to an organiser. */
export function lookInYourMailPage(say: Say): Page {
  return doorstep(
    say,
    say('sign-in.asked-title'),
    html`<p>${say('sign-in.asked')}</p>
<p>${say('sign-in.asked-browser')}</p>
<p class="hint">${say('sign-in.asked-nothing')}</p>
<p><a class="button quiet" href="${paths.signIn}">${say('sign-in.again')}</a></p>`,
  )
}

/** A button, because mail scanners open links too. */
export function signInLinkPage(say: Say, token: string): Page {
  return doorstep(
    say,
    say('sign-in.link-title'),
    html`<p>${say('sign-in.link')}</p>
<form method="post" action="${paths.signInLink(token)}"><button class="button wide">${say('sign-in.enter')}</button></form>`,
  )
}

/** What is wrong with a link, and on the same page the way to a new one. */
export function deadLinkPage(say: Say, why: 'over' | 'elsewhere' | 'tried'): Page {
  const form = { typed: {}, problems: null }
  return doorstep(say, say(`sign-in.${why}-title`), html`<p>${say(`sign-in.${why}`)}</p>${askForm(say, form)}`)
}

function askForm(say: Say, form: FormState): Html {
  return html`<form class="stack" method="post" action="${paths.signIn}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'email', label: say('sign-in.email'), type: 'email', required: true, autocomplete: 'email', max: 254 })}
<button class="button wide">${say('sign-in.send')}</button>
</form>`
}

function doorstep(say: Say, title: string, content: Html): Page {
  return {
    say,
    title,
    scripts: ['leave'],
    personal: true,
    main: html`<section class="doorstep card stack"><h1>${title}</h1>${content}</section>`,
  }
}
