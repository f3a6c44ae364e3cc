import type { Slot, SlotSpeaker, Speaker, Standing } from '../../db/schema.ts'

/** Somebody who is put into a slot: nobody has asked them anything yet. A no given there before is not undone by it. */
export function newcomer(
  { id: slotId }: Pick<Slot, 'id'>,
  speaker: Pick<Speaker, 'id' | 'email'>,
  position: number,
  withdrawn: ReadonlySet<string>,
): SlotSpeaker {
  const saidNo = withdrawn.has(`${slotId} ${speaker.id}`)
  return {
    slotId,
    speakerId: speaker.id,
    position,
    standing: saidNo ? 'planned' : standingOfNewcomer(speaker),
    invitedAt: null,
    answeredAt: null,
    confirmedAt: null,
    remindedAt: null,
    slidesRemindedAt: null,
  }
}

/** Who has an address answers for themselves; for all others the organisers, who have just named them, do. */
function standingOfNewcomer({ email }: Pick<Speaker, 'email'>): Standing {
  return email === null ? 'confirmed' : 'planned'
}
