import { s3Place } from '../s3-place.ts'

/** A folder, or a store that speaks S3. */
export function isBackupPlace(text: string): boolean {
  return !text.includes('://') || s3Place(text) !== null
}
