type Slugged = { slug: string }
type Known = { id: string }

/** What happens in the room: on people's phones, on the wall, and on the moderator's phone. */
export const roomPaths = {
  join: '/join',
  joinRoom: (code: string) => `/join/${code}`,
  room: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/room`,
  voteFor: (project: Slugged, meeting: Slugged, { id }: Known) => `/${project.slug}/${meeting.slug}/room/${id}/vote`,
  hall: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/hall`,
  moderate: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/moderate`,
  moderateRoom: (project: Slugged, meeting: Slugged, deed: 'open' | 'close') =>
    `/organise/${project.slug}/${meeting.slug}/moderate/${deed}`,
  moderateVoice: (project: Slugged, meeting: Slugged, { id }: Known) =>
    `/organise/${project.slug}/${meeting.slug}/moderate/voices/${id}`,
} as const
