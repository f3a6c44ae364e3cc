import { megabyte } from '../files/receive.ts'

/** `days`: how long whoever is in a photo has to object before everybody sees it, at least and usually. */
export const photoLimits = { megabytes: 30, atOnce: 60, days: { least: 3, usual: 7 } }

export const multipartLimits = {
  ...{ files: photoLimits.atOnce, fileSize: photoLimits.megabytes * megabyte },
  ...{ fields: 2, parts: photoLimits.atOnce + 2, fieldSize: 200, fieldNameSize: 100, headerPairs: 20 },
}
