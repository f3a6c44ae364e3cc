import type { Project } from '../../db/schema.ts'
import type { ReleasedSpeaker } from '../../server/agenda/release.ts'
import type { Profile } from '../../server/speakers/profiles.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { passage } from './texts.ts'

/** Somebody who speaks, as the public knows them. */
export function person(say: Say, { name }: ReleasedSpeaker, profile: Profile | undefined, locales: Project['locales']) {
  return html`<li class="person card">
${profile?.pictureId && html`<img class="person-picture" src="${paths.picture({ id: profile.pictureId })}" alt="${say('slot.picture-of', { name })}" width="160" height="160" loading="lazy">`}
<div class="stack"><h3>${name}</h3>
${profile && passage(say, profile.bio, locales)}
${profile && links(profile)}</div>
</li>`
}

function links({ links }: Profile): Html | null {
  const safe = links.filter(({ url }) => /^https?:\/\//.test(url))
  if (safe.length === 0) return null
  return html`<ul class="row">${safe.map(({ label, url }) => html`<li><a href="${url}" rel="nofollow ugc noreferrer">${label || new URL(url).host}</a></li>`)}</ul>`
}
