/** What speakers tick when they are asked in which languages they speak: those of the region, and then some. */
export const spokenLanguages = ['lv', 'en', 'ru', 'uk', 'be', 'lt', 'et', 'pl', 'de', 'fr', 'es'] as const
