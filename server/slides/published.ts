import type { Slides, Slot } from '../../db/schema.ts'

/** By the switch of its slot; what came in afterwards waits until organisers, who have seen it, switch it on again. */
export function isPublished(
  { slidesPublishedAt }: Pick<Slot, 'slidesPublishedAt'>,
  { handedInAt }: Pick<Slides, 'handedInAt'>,
): boolean {
  return slidesPublishedAt !== null && Temporal.Instant.compare(handedInAt, slidesPublishedAt) <= 0
}
