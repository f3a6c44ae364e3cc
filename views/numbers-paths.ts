type Slugged = { slug: string }

/** What is counted, and how. */
export const numbersPaths = {
  numbers: (project: Slugged, of: 'registered' | 'came' | 'walkIns' = 'came') =>
    `/organise/${project.slug}/numbers${of === 'came' ? '' : `?of=${of}`}`,
  numbersFile: (project: Slugged) => `/organise/${project.slug}/numbers.csv`,
  numbersDo: (project: Slugged, part: 'counting' | 'indicators') => `/organise/${project.slug}/numbers/${part}`,
} as const
