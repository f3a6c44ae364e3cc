import { type Upload, uploadLimits } from '../files/read-upload.ts'

/** As phones take pictures. */
export const pictureLimits = { ...uploadLimits, fileSize: 8 * 1024 * 1024 }

export type PictureProblem = 'problem.required' | 'problem.picture' | 'speaker.picture-size'

/** The picture that was sent, or what is wrong. */
export function pictureIn({ file: picture, tooBig }: Upload): { picture: Buffer | null; problem: PictureProblem } {
  if (tooBig) return { picture: null, problem: 'speaker.picture-size' }
  return { picture, problem: 'problem.required' }
}
