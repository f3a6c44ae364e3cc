import type { ReleasedAgenda, ReleasedSlot } from './release.ts'

/** A slot of the released agenda by its address. A withdrawn one keeps its own; one of that name that is on comes first. */
export function slotCalled(
  agenda: ReleasedAgenda | null,
  slug: string,
): (ReleasedSlot & { withdrawn?: boolean }) | undefined {
  const called = (slot: { slug: string }) => slot.slug === slug
  const withdrawn = agenda?.withdrawn.find(called)
  return agenda?.slots.find(called) ?? (withdrawn && { ...withdrawn, withdrawn: true })
}
