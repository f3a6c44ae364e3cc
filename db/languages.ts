export const locales = ['lv', 'en', 'ru', 'uk'] as const
export type Locale = (typeof locales)[number]

/** A text in some of a project's languages. */
export type Localised = Partial<Record<Locale, string>>

export function isLocale(code: unknown): code is Locale {
  return locales.some((locale) => locale === code)
}

/** Whether two texts say the same, as far as they share languages: a translation added later changes nothing. */
export function saysTheSame(one: Localised, other: Localised): boolean {
  const shared = Object.entries(one).filter(([locale]) => Object.hasOwn(other, locale))
  const texts = new Map(Object.entries(other))
  return shared.length > 0 && shared.every(([locale, text]) => texts.get(locale) === text)
}

/** The text and the language it is really in: the wanted one, else the first of `order` that has a text. */
export function inLanguage(
  text: Localised,
  wanted: Locale,
  order: readonly Locale[],
): { text: string; locale: Locale } {
  const locale = [wanted, ...order, ...locales].find((code) => text[code]) ?? wanted
  return { text: text[locale] ?? '', locale }
}
