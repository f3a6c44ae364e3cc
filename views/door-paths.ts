type Slugged = { slug: string }

/** Where people come in. */
export const doorPaths = {
  door: (project: Slugged, meeting: Slugged, query: Record<string, string> = {}) =>
    `/organise/${project.slug}/${meeting.slug}/door${asQuery(query)}`,
  doorDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: 'in' | 'undo' | 'count' | 'contact') =>
    `/organise/${project.slug}/${meeting.slug}/door/${id}/${deed}`,
  walkIn: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/walk-in`,
  walkInFurther: (project: Slugged, meeting: Slugged) =>
    `/organise/${project.slug}/${meeting.slug}/door/walk-in/further`,
  doorHeads: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/heads`,
  doorPaper: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/paper`,
  doorBadges: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/badges`,
  doorSheet: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/sheet`,
  /** What the QR code of a registration holds. */
  shownAtDoor: (token: string) => `/door/${token}`,
} as const

function asQuery(query: Record<string, string>): string {
  const written = new URLSearchParams(query).toString()
  return written ? `?${written}` : ''
}
