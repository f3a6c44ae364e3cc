import type { Locale } from '../languages.ts'

/** Nobody here is a real person; the young have given names only. */
export const organisers = {
  owner: { name: 'Ilze Ozola', email: 'ilze@example.org', locale: 'lv' },
  organiser: { name: 'Andris Vanags', email: 'andris@example.org', role: 'organiser' },
  answerer: { name: 'Anita Krūmiņa', email: 'anita@example.org', role: 'answerer' },
} as const

/** Whom the young turn to; nobody answers there. */
export const trusted = { trustedName: 'Jaunatnes departaments', trustedPhone: '', trustedEmail: 'drosiba@example.org' }

export const young: Record<Locale, string> = {
  lv: 'Elīna Artūrs Rūta Emīls Paula Roberts Anete Kārlis Līva Edgars Sanija Toms Marta Gustavs Evelīna Rihards Katrīna Niks Agnese Dāvis Luīze Jēkabs Madara Renārs Sabīne Oskars Undīne Ralfs Loreta Miks Beāte Valters Santa Aleksis Dārta Ernests Adele Kristers Viktorija Intars',
  ru: 'Алина Марк Дарья Никита Полина Артём Ксения Илья Вероника Тимур Милана Кирилл',
  uk: 'Соломія Остап Зоряна Назар',
  en: 'Noor Sami Amina Leo Zoe',
}

/** Positions in the list of groups, over and over: what the guests choose when they register. */
export const groupsOfGuests = [0, 8, 7, 0, 6, 5, 3, 2, 0, 4, 1, 2, 1, 9, 0, 1, 10, 0]

/** From which age on people of these groups come to the example's meetings; of the others no year is asked. */
export const agesFrom: Partial<Record<number, number>> = { 0: 14, 1: 19, 2: 16, 3: 17, 4: 24 }
