import { commitments, type DemoCommitment } from '../../db/demo/afterwards/commitments.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { followUp } from '../commitments/follow-up.ts'
import { promise } from '../commitments/promise.ts'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import { voiceCalled } from './dialogue.ts'
import { noon } from './moments.ts'

type Held = Record<DemoCommitment['meeting'], Pick<Meeting, 'id'>>

/** What was promised at the meetings that are over, and what has come of it. */
export async function keepPromises(db: Database, project: Project, held: Held, by: Organiser, now: Temporal.Instant) {
  for (const { meeting, promisedOn, steps, did = {}, cameOf, ...told } of commitments) {
    const input = { ...told, dueOn: dueOf(told, project, now), meetingId: held[meeting].id }
    const voiceId = cameOf ? (await voiceCalled(db, project, cameOf)).id : null
    const made = await promise(db, project, input, by, noon(project, promisedOn), { voiceId })
    await publishCommitment(db, project, made, by, noon(project, promisedOn).add({ minutes: 20 }))
    for (const [i, { on, dueOn = input.dueOn, ...step }] of steps.entries()) {
      const isLast = i === steps.length - 1
      await followUp(db, project, made, { ...step, dueOn, did: isLast ? did : {} }, by, noon(project, on))
    }
  }
}

function dueOf({ dueOn }: Pick<DemoCommitment, 'dueOn'>, { zone }: Project, now: Temporal.Instant): string {
  if (typeof dueOn === 'string') return dueOn
  return now.toZonedDateTimeISO(zone).toPlainDate().add({ weeks: dueOn.weeksAhead }).toString()
}
