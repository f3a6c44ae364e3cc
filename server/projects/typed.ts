import type { Group, Partner, Phase, Project, ProjectLink } from '../../db/schema.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'

// What is stored, as it would have been typed: what a form shows before anybody changes it.

export function typedProject(project: Project): Typed {
  return {
    ...typedText('title', project.title),
    ...typedText('aim', project.aim),
    ...typedText('programme', project.programme),
    ...typedText('funder', project.funder),
    ...typedText('disclaimer', project.disclaimer),
    slug: project.slug,
    number: project.number,
    colour: project.colour,
    lead: project.locales[0] ?? '',
    ...Object.fromEntries(project.locales.map((locale) => [`languages.${locale}`, 'yes'])),
    zone: project.zone,
    startsOn: project.startsOn ?? '',
    endsOn: project.endsOn ?? '',
    contactEmail: project.contactEmail,
    childAge: String(project.childAge),
    adultAge: String(project.adultAge),
  }
}

export function typedPhases(phases: Phase[]): Typed {
  return typedRows('phases', phases, (at, { title, text, startsOn, endsOn }) => ({
    ...typedText(`${at}.title`, title),
    ...typedText(`${at}.text`, text),
    [`${at}.startsOn`]: startsOn ?? '',
    [`${at}.endsOn`]: endsOn ?? '',
  }))
}

export function typedPartners(partners: Partner[]): Typed {
  const lead = partners.findIndex((partner) => partner.lead)
  const rows = typedRows('partners', partners, (at, { name, url }) => ({
    ...typedText(`${at}.name`, name),
    [`${at}.url`]: url,
  }))
  return { ...rows, leading: lead < 0 ? '' : String(lead) }
}

export function typedLinks(links: ProjectLink[]): Typed {
  return typedRows('links', links, (at, { label, url }) => ({
    ...typedText(`${at}.label`, label),
    [`${at}.url`]: url,
  }))
}

export function typedGroups(groups: Group[]): Typed {
  return typedRows('groups', groups, (at, { id, name, adult }) => ({
    ...typedText(`${at}.name`, name),
    ...(adult ? { [`${at}.adult`]: 'yes' } : {}),
    [`${at}.id`]: id,
  }))
}

function typedRows<Row>(name: string, rows: Row[], fields: (at: string, row: Row) => Typed): Typed {
  const typed = rows.map((row, number) => {
    const at = `${name}.${number}`
    return { ...fields(at, row), [`${at}.order`]: String(number + 1) }
  })
  return Object.assign({}, ...typed)
}
