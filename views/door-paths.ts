type Slugged = { slug: string }

/** Where people come in. */
export const doorPaths = {
  door: (project: Slugged, meeting: Slugged, query: Record<string, string> = {}) =>
    `/organise/${project.slug}/${meeting.slug}/door${asQuery(query)}`,
  doorDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: 'in' | 'undo' | 'count') =>
    `/organise/${project.slug}/${meeting.slug}/door/${id}/${deed}`,
  doorSheet: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/door/sheet`,
  /** What the QR code of a registration holds. */
  shownAtDoor: (token: string) => `/door/${token}`,
} as const

function asQuery(query: Record<string, string>): string {
  const written = new URLSearchParams(query).toString()
  return written ? `?${written}` : ''
}
