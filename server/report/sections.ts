/** What a person writes in a closing report; everything else follows from the data. */
export const sectionKeys = ['summary', 'worked', 'failed', 'next'] as const
export type SectionKey = (typeof sectionKeys)[number]
