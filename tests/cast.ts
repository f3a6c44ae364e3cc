import type { Locale } from '../db/languages.ts'

/** Everybody who appears in the tests. Nobody here is a real person. */
export const cast = {
  owner: { name: 'Ilze Ozola', email: 'ilze@example.org' },
  organiser: { name: 'Andris Vanags', email: 'andris@example.org' },
  outsider: { name: 'Olga Petrenko', email: 'olga@example.com' },
  door: { name: 'Dainis Bērziņš', email: 'dainis@example.org' },
  moderator: { name: 'Marta Liepa', email: 'marta@example.org' },
  /** From the council: answers what was asked. */
  answerer: { name: 'Anita Krūmiņa', email: 'anita@example.org' },
  /** Who help with one meeting alone. */
  planner: { name: 'Pēteris Kalniņš', email: 'peteris@example.org' },
  usher: { name: 'Ulla Sīle', email: 'ulla@example.org' },
  host: { name: 'Harijs Ābols', email: 'harijs@example.org' },
} as const

export type Young = { name: string; email: string; locale: Locale }

export const noor: Young = { name: 'Noor', email: 'noor@example.org', locale: 'en' }
export const sami: Young = { name: 'Sami', email: 'sami@example.org', locale: 'lv' }
export const liga: Young = { name: 'Līga', email: 'liga@example.org', locale: 'lv' }
export const mark: Young = { name: 'Марк', email: 'mark@example.org', locale: 'ru' }
