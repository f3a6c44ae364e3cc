type Slugged = { slug: string }
type Place = { project: Slugged; meeting: Slugged | null }
type MaterialDeed = 'publish' | 'unpublish' | 'up' | 'down' | 'remove'

/** What a project produced, and where its organisers keep it. */
export const materialPaths = {
  produced: (project: Slugged) => `/${project.slug}/materials`,
  material: ({ id }: { id: string }) => `/materials/${id}`,
  materialsDesk,
  materialsPublish: (place: Place) => `${materialsDesk(place)}/publish`,
  materialEdit: (place: Place, { id }: { id: string }) => `${materialsDesk(place)}/${id}`,
  materialDo: (place: Place, { id }: { id: string }, deed: MaterialDeed) => `${materialsDesk(place)}/${id}/${deed}`,
} as const

function materialsDesk({ project, meeting }: Place): string {
  return meeting ? `/organise/${project.slug}/${meeting.slug}/materials` : `/organise/${project.slug}/materials`
}
