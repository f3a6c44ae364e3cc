/** Every form of the site by its route, filled in as somebody sensible would. `ids` stand for what it can choose from. */
export function sensibleForms(ids: Record<string, string>): Record<string, Record<string, string>> {
  const { group = '', day = '', room = '', logo = 'none' } = ids
  const person = { name: 'Noor', email: 'noor.second@example.org', group, language: 'en' }
  const meeting = {
    ...{ 'title.lv': 'Nākamā', 'title.en': 'Next one', 'summary.en': 'Short', 'description.en': 'Long\r\nand wide' },
    ...{ 'placeName.en': 'Youth House', address: 'Parādes iela 1', 'accessNotes.en': 'A ramp', onlineUrl: '' },
    ...{ zone: 'Europe/Riga', 'day.0.date': '2027-01-12', 'day.0.from': '17:00', 'day.0.to': '19:00' },
    ...{
      capacity: '30',
      opensAt: '2027-01-02T10:00',
      closesAt: '2027-01-11T10:00',
      offerHours: '24',
      quietMinutes: '10',
    },
  }
  const slot = {
    ...{ 'title.lv': 'Stāsts', 'title.en': 'A story', 'summary.en': 'What it tells', type: 'story', minutes: '10' },
    ...{ gapMinutes: '5', room, day, pinnedAt: '', speakers: 'Heyday\r\nLuna', internal: '' },
  }
  const project = {
    ...{ 'title.lv': 'Gen-Y City', 'title.en': 'Gen-Y City', lead: 'lv', colour: 'mint' },
    ...{ zone: 'Europe/Riga', 'aim.lv': 'Mērķis', 'programme.lv': 'URBACT III', 'funder.lv': 'ERDF' },
    ...{ 'disclaimer.lv': 'Atruna', number: '7', contactEmail: 'youth@example.org', startsOn: '2026-01-01' },
    ...{ endsOn: '2027-12-31', 'languages.lv': 'yes', 'languages.en': 'yes' },
  }
  const phase = { 'title.lv': 'Pirmais posms', 'text.lv': 'Apmaiņa', startsOn: '2026-01-01', endsOn: '2026-06-30' }
  const meetingRoutes = '/organise/:project/:meeting'
  const settings = '/organise/:project/settings'
  return {
    'POST /sign-in': { email: 'ilze@example.org' },
    'POST /:project/:meeting/register': { ...person, birthYear: '1990' },
    'POST /guardian/:guardian': { nameAgreed: 'yes', pictureAgreed: 'yes', signedBy: 'Anna Liepa', answer: 'choices' },
    'POST /mine/:token/change': { name: 'Noor', group, language: 'en' },
    'POST /organise/me': { name: 'Ilze Ozola', locale: 'lv' },
    'POST /organise/me/sessions/end': { session: 'one' },
    'POST /organise/new': { 'title.lv': 'Jauns', lead: 'lv', slug: 'new-city', colour: 'mint', zone: 'Europe/Riga' },
    [`POST ${settings}`]: project,
    [`POST ${settings}/phases`]: rows('phases', { order: '1', ...phase }),
    [`POST ${settings}/partners`]: rows('partners', { order: '1', 'name.lv': 'Poznaņa', url: 'https://example.org/' }),
    [`POST ${settings}/links`]: rows('links', { order: '1', 'label.lv': 'Lapa', url: 'https://example.org/' }),
    [`POST ${settings}/groups`]: rows('groups', { order: '1', id: group, 'name.lv': 'Skolnieks' }),
    [`POST ${settings}/logos/remove`]: { id: logo },
    'POST /organise/:project/people': { name: 'Laura', email: 'laura@example.org', role: 'organiser' },
    'POST /organise/:project/people/:colleague/role': { role: 'organiser' },
    'POST /organise/:project/meetings/new': { ...meeting, slug: 'next-one' },
    [`POST ${meetingRoutes}/settings`]: meeting,
    [`POST ${meetingRoutes}/copy`]: { slug: 'copy', date: '2027-02-12' },
    [`POST ${meetingRoutes}/registrations`]: { ...person, email: 'mark@example.org' },
    [`POST ${meetingRoutes}/speakers/:speaker/guardian`]: { guardianEmail: 'anna@example.org', guardianLanguage: 'lv' },
    [`POST ${meetingRoutes}/workshops/:slot`]: { places: '12' },
    [`POST ${meetingRoutes}/agenda/slots`]: slot,
    [`POST ${meetingRoutes}/agenda/slots/:slot`]: slot,
    [`POST ${meetingRoutes}/agenda/rooms`]: { 'name.lv': 'Zāle', 'name.en': 'Hall' },
    [`POST ${meetingRoutes}/agenda/rooms/:room`]: { 'name.lv': 'Zāle', 'name.en': 'Hall' },
  }
}

/** Forms that are pages of rows, where all fields may stay empty. */
export const rowForms = /\/(phases|partners|links|groups)$/

/** Fields in which lines may break; in the others people do not press Enter. */
export const paragraphs = /^(summary|description|accessNotes|aim|disclaimer|speakers)\b|\.text\./

/** Fields that are as good without sense: ticked or not, a language we speak or the page's. */
export const lenient = /^(internal|languages\..*|language|leading|nameAgreed|pictureAgreed)$/

function rows(name: string, row: Record<string, string>) {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [`${name}.0.${field}`, value]))
}
