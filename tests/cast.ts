import type { Locale } from '../db/languages.ts'

/** Everybody who appears in the tests. Nobody here is a real person. */
export const cast = {
  owner: { name: 'Ilze Ozola', email: 'ilze@example.org' },
  organiser: { name: 'Andris Vanags', email: 'andris@example.org' },
  outsider: { name: 'Olga Petrenko', email: 'olga@example.com' },
} as const

export type Young = { name: string; email: string; locale: Locale }

export const noor: Young = { name: 'Noor', email: 'noor@example.org', locale: 'en' }
export const sami: Young = { name: 'Sami', email: 'sami@example.org', locale: 'lv' }
export const liga: Young = { name: 'Līga', email: 'liga@example.org', locale: 'lv' }
export const mark: Young = { name: 'Марк', email: 'mark@example.org', locale: 'ru' }
