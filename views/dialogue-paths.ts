type Slugged = { slug: string }
type Known = { id: string }
type CommitmentDeed = 'step' | 'publish' | 'withdraw' | 'delete'

/** What goes on between the young and the city after a meeting. */
export const dialoguePaths = {
  commitments: (project: Slugged) => `/${project.slug}/commitments`,
  commitmentsDesk: (project: Slugged) => `/organise/${project.slug}/commitments`,
  newCommitment: (project: Slugged) => `/organise/${project.slug}/commitments/new`,
  commitment: (project: Slugged, { id }: { id: string }) => `/organise/${project.slug}/commitments/${id}`,
  commitmentDo: (project: Slugged, { id }: { id: string }, deed: CommitmentDeed) =>
    `/organise/${project.slug}/commitments/${id}/${deed}`,
  answered: (project: Slugged) => `/${project.slug}/answers`,
  ideas: (project: Slugged) => `/${project.slug}/ideas`,
  ideasSent: (project: Slugged) => `/${project.slug}/ideas/sent`,
  ideaVote: (project: Slugged, { id }: Known) => `/${project.slug}/ideas/${id}/vote`,
  /** Whom to turn to, and where to report what does not belong; `about`: the page or voice it is about. */
  help: (project: Slugged, about: { page?: string; voice?: string } = {}) => {
    const query = new URLSearchParams(about).toString()
    return `/${project.slug}/help${query ? `?${query}` : ''}`
  },
  helpSent: (project: Slugged) => `/${project.slug}/help/sent`,

  dialogue: (project: Slugged) => `/organise/${project.slug}/dialogue`,
  dialogueItems: (project: Slugged) => `/organise/${project.slug}/dialogue/items`,
  dialogueWall: (project: Slugged, deed: 'open' | 'close') => `/organise/${project.slug}/dialogue/wall/${deed}`,
  abuseReports: (project: Slugged) => `/organise/${project.slug}/dialogue/reports`,
  abuseReportClose: (project: Slugged, { id }: Known) => `/organise/${project.slug}/dialogue/reports/${id}/close`,
  ownItems: (project: Slugged) => `/organise/${project.slug}/answers`,
  item: (project: Slugged, { id }: Known) => `/organise/${project.slug}/answers/${id}`,
  itemPromise: (project: Slugged, { id }: Known) => `/organise/${project.slug}/answers/${id}/promise`,
  itemTakeBack: (project: Slugged, { id }: Known) => `/organise/${project.slug}/answers/${id}/take-back`,
} as const
