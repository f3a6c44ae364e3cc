type Slugged = { slug: string }
type MinutesDeed = 'restore' | 'approve' | 'publish' | 'unpublish'

/** What was said, slot by slot. */
export const minutesPaths = {
  minutes: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/minutes`,
  minutesDesk: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/minutes`,
  minutesOf: (project: Slugged, meeting: Slugged, slot: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/minutes/${slot.id}`,
  minutesVersions: (project: Slugged, meeting: Slugged, slot: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/minutes/${slot.id}/versions`,
  minutesDo: (project: Slugged, meeting: Slugged, slot: { id: string }, deed: MinutesDeed) =>
    `/organise/${project.slug}/${meeting.slug}/minutes/${slot.id}/${deed}`,
} as const
