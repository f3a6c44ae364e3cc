type Slugged = { slug: string }

/** What the team has before it on the day. */
export const dayPaths = {
  runSheet: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/run-sheet`,
  cueDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: 'done' | 'not-done' | 'remove') =>
    `/organise/${project.slug}/${meeting.slug}/run-sheet/${id}/${deed}`,
} as const
