type Slugged = { slug: string }
type Photo = { id: string }
type AlbumDeed = 'add' | 'edit' | 'open' | 'close'
type PhotoDeed = 'take-down' | 'remove' | 'mark' | 'unmark' | 'up' | 'down'

export const photoPaths = {
  photo: ({ id }: Photo, width: number) => `/photos/${id}-${width}`,
  gallery: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/photos`,
  galleryPhoto: (project: Slugged, meeting: Slugged, { id }: Photo) =>
    `/${project.slug}/${meeting.slug}/photos#photo-${id}`,
  objectTo: (project: Slugged, meeting: Slugged, { id }: Photo) => `/${project.slug}/${meeting.slug}/photos/${id}`,
  album: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/photos`,
  albumDo: (project: Slugged, meeting: Slugged, deed: AlbumDeed) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${deed}`,
  albumPhoto: (project: Slugged, meeting: Slugged, { id }: Photo) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${id}`,
  albumPhotoDo: (project: Slugged, meeting: Slugged, { id }: Photo, deed: PhotoDeed) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${id}/${deed}`,
  mineAlbum: (token: string) => `/mine/${token}/album`,
  mineAlbumPhoto: (token: string, { id }: Photo, width: number) => `/mine/${token}/album/${id}-${width}`,
  mineAlbumObject: (token: string, { id }: Photo) => `/mine/${token}/album/${id}/object`,
} as const
