type Slugged = { slug: string }

/** What was: a meeting's article. */
export const newsPaths = {
  news: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/news`,
  newsDesk: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/news`,
  newsDo: (project: Slugged, meeting: Slugged, deed: 'draft' | 'preview' | 'publish' | 'unpublish') =>
    `/organise/${project.slug}/${meeting.slug}/news/${deed}`,
} as const
