type Slugged = { slug: string }
type Photo = { id: string }
/** Of somebody who came, or of a speaker. */
type Link = { way: 'mine' | 'speaker'; token: string }
type AlbumDeed = 'add' | 'edit' | 'open' | 'close'
type PhotoDeed = 'take-down' | 'mark' | 'unmark'

export const photoPaths = {
  photo: ({ id }: Photo, width: number) => `/photos/${id}-${width}`,
  gallery: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/photos`,
  galleryPhoto: (project: Slugged, meeting: Slugged, { id }: Photo) => `/${project.slug}/${meeting.slug}/photos/${id}`,
  album: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/photos`,
  albumDo: (project: Slugged, meeting: Slugged, deed: AlbumDeed) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${deed}`,
  albumPhoto: (project: Slugged, meeting: Slugged, { id }: Photo) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${id}`,
  albumPhotoDo: (project: Slugged, meeting: Slugged, { id }: Photo, deed: PhotoDeed) =>
    `/organise/${project.slug}/${meeting.slug}/photos/${id}/${deed}`,
  preview: ({ way, token }: Link) => `/${way}/${token}/album`,
  previewPhoto: ({ way, token }: Link, { id }: Photo, width: number) => `/${way}/${token}/album/${id}-${width}`,
  previewObject: ({ way, token }: Link, { id }: Photo) => `/${way}/${token}/album/${id}/object`,
  previewAgree: ({ token }: Link, { id }: Photo) => `/speaker/${token}/album/${id}/agree`,
} as const
