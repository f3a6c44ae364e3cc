type Slugged = { slug: string }
type CommitmentDeed = 'step' | 'publish' | 'withdraw' | 'delete'

/** What goes on between the young and the city after a meeting. */
export const dialoguePaths = {
  commitments: (project: Slugged) => `/${project.slug}/commitments`,
  commitmentsDesk: (project: Slugged) => `/organise/${project.slug}/commitments`,
  newCommitment: (project: Slugged) => `/organise/${project.slug}/commitments/new`,
  commitment: (project: Slugged, { id }: { id: string }) => `/organise/${project.slug}/commitments/${id}`,
  commitmentDo: (project: Slugged, { id }: { id: string }, deed: CommitmentDeed) =>
    `/organise/${project.slug}/commitments/${id}/${deed}`,
} as const
