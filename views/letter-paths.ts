type Slugged = { slug: string }
type MailingDeed = 'edit' | 'html' | 'test' | 'send' | 'pause' | 'resume' | 'stop' | 'delete'

/** What organisers write: the outbox, the words of letters, and mailings. */
export const letterPaths = {
  letters: (project: Slugged) => `/organise/${project.slug}/letters`,
  letterKinds: (project: Slugged) => `/organise/${project.slug}/letters/texts`,
  letterKind: (project: Slugged, kind: string, query: Record<string, string> = {}) =>
    `/organise/${project.slug}/letters/texts/${kind}${asQuery(query)}`,
  letterKindHtml: (project: Slugged, kind: string, query: Record<string, string> = {}) =>
    `/organise/${project.slug}/letters/texts/${kind}/html${asQuery(query)}`,
  letterKindDo: (project: Slugged, kind: string, deed: 'preview' | 'usual') =>
    `/organise/${project.slug}/letters/texts/${kind}/${deed}`,
  letter: (project: Slugged, letter: { id: string }) => `/organise/${project.slug}/letters/${letter.id}`,
  letterHtml: (project: Slugged, letter: { id: string }) => `/organise/${project.slug}/letters/${letter.id}/html`,
  letterFile: (project: Slugged, letter: { id: string }) => `/organise/${project.slug}/letters/${letter.id}/letter.eml`,
  lettersAll: (project: Slugged) => `/organise/${project.slug}/letters/all`,
  letterDo: (project: Slugged, letter: { id: string }, deed: string) =>
    `/organise/${project.slug}/letters/${letter.id}/${deed}`,
  letterRetry: (project: Slugged, letter: { id: string }) => `/organise/${project.slug}/letters/${letter.id}/retry`,
  mailings: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/mailings`,
  newMailing: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/mailings/new`,
  mailingsCount: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/mailings/count`,
  mailing: (project: Slugged, meeting: Slugged, { id }: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/mailings/${id}`,
  mailingDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: MailingDeed) =>
    `/organise/${project.slug}/${meeting.slug}/mailings/${id}/${deed}`,
} as const

function asQuery(query: Record<string, string>): string {
  const written = new URLSearchParams(query).toString()
  return written ? `?${written}` : ''
}
