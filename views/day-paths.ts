type Slugged = { slug: string }
type PollDeed = 'open' | 'close' | 'show' | 'hide' | 'delete' | 'word'

/** What the team has before it on the day. */
export const dayPaths = {
  runSheet: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/run-sheet`,
  polls: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/polls`,
  poll: (project: Slugged, meeting: Slugged, { id }: { id: string }) => `/${project.slug}/${meeting.slug}/polls/${id}`,
  pollsDesk: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/polls`,
  pollDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: PollDeed) =>
    `/organise/${project.slug}/${meeting.slug}/polls/${id}/${deed}`,
  cueDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: 'done' | 'not-done' | 'remove') =>
    `/organise/${project.slug}/${meeting.slug}/run-sheet/${id}/${deed}`,
} as const
