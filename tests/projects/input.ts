import type { ProjectInput } from '../../server/projects/input.ts'

/** A whole project, ready to be published. */
export const bicycles: ProjectInput = {
  slug: 'bicycles',
  title: { lv: 'Velosipēdi', en: 'Bicycles' },
  aim: { lv: 'Braukt droši.', en: 'To ride safely.' },
  programme: { en: 'Erasmus+' },
  funder: { en: 'European Union' },
  disclaimer: { en: 'The Union answers for nothing said here.' },
  number: 'LV-1',
  colour: 'mint',
  locales: ['lv', 'en'],
  zone: 'Europe/Riga',
  startsOn: '2026-01-01',
  endsOn: null,
  contactEmail: 'velo@example.org',
}
