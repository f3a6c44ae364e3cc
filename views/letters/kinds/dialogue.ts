import type { Voice } from '../../../db/schema.ts'
import { abuseReported } from '../abuse-reported.ts'
import type { LetterKind } from '../catalogue.ts'
import { voiceAnswered, voicesGiven, voicesReminder } from '../dialogue.ts'
import { exampleProject, type Stage } from '../examples/meeting.ts'
import { idea } from '../examples/names.ts'

/** Letters of the dialogue: to those who asked, and to those who answer. */
export function dialogueKinds(stage: Stage): LetterKind[] {
  const { publicUrl, now } = stage
  const project = exampleProject(stage)
  const today = now.toZonedDateTimeISO(project.zone).toPlainDate()
  const voice = exampleVoice(stage, today.add({ days: 3 }).toString())
  const late = exampleVoice(stage, today.subtract({ days: 1 }).toString())
  const open = { project, today: today.toString(), publicUrl }
  const told = { project, text: idea.text, answer: idea.answer, kind: 'question' as const, publicUrl }
  return [
    {
      ...{ kind: 'abuse-reported', to: 'organisers' },
      cases: [{ name: 'one', content: (say) => abuseReported(say, { project, reports: 1, publicUrl }) }],
    },
    {
      ...{ kind: 'voice-answered', to: 'guests' },
      cases: [{ name: 'one', content: (say) => voiceAnswered(say, told) }],
    },
    {
      ...{ kind: 'voices-given', to: 'organisers' },
      cases: [
        { name: 'one', content: (say) => voicesGiven(say, { ...open, voices: [voice] }) },
        { name: 'several', content: (say) => voicesGiven(say, { ...open, voices: [voice, voice] }) },
      ],
    },
    {
      ...{ kind: 'voices-reminder', to: 'organisers' },
      cases: [
        { name: 'one', content: (say) => voicesReminder(say, { ...open, voices: [voice] }) },
        { name: 'late', content: (say) => voicesReminder(say, { ...open, voices: [late] }) },
      ],
    },
  ]
}

function exampleVoice({ project, now }: Stage, dueOn: string): Voice {
  return {
    ...{ id: 'example', projectId: project.id, meetingId: null, slotId: null, kind: 'question', text: idea.text },
    ...{ locale: 'lv', groupId: null, name: null, email: null, voterHash: null, status: 'shown', mergedInto: null },
    ...{ createdAt: now, decidedAt: now, decidedBy: null, spokenAt: null, answererId: null, dueOn, answer: {} },
    ...{ answeredAt: null, answeredBy: null, remindedAt: null },
  }
}
