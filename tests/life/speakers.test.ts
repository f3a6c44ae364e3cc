import { acceptInvitation, declineInvitation } from '../../server/speakers/answer.ts'
import { confirmSpeaker, takeBack } from '../../server/speakers/confirm.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { at, type Stage } from './stage.ts'
import { change } from './table.ts'

type Who = keyof Stage['speakers']
const slotOf = { speaker: 'bats', mute: 'bats', asked: 'bats', host: 'logo', leader: 'paint' } as const

function part(here: Stage, who: Who) {
  return { slotId: here[slotOf[who]].id, speakerId: here.speakers[who].id }
}
const where = ({ project, kickoff }: Stage) => ({ project, meeting: kickoff })
const says =
  (answer: typeof acceptInvitation, who: Who, when = at(1)) =>
  (here: Stage) =>
    answer(here.db, where(here), part(here, who), when)
const organiser =
  (deed: typeof confirmSpeaker, who: Who, when = at(1)) =>
  (here: Stage) =>
    deed(here.db, where(here), part(here, who), here.owner, when)
const inTurn =
  (...deeds: ((here: Stage) => Promise<unknown>)[]) =>
  async (here: Stage) => {
    for (const deed of deeds) await deed(here)
  }

change('whoever was asked says yes', { deed: says(acceptInvitation, 'asked') }, ``)
change(
  'organisers confirm them',
  { after: says(acceptInvitation, 'asked', at(-1)), deed: organiser(confirmSpeaker, 'asked') },
  `
  asked: speaker-confirmed REQUEST bats 1
`,
)
change(
  'whoever was asked says no',
  { deed: says(declineInvitation, 'asked') },
  `
  asked: speaker-off CANCEL bats 1
`,
)
change(
  'a speaker says no after all',
  { deed: says(declineInvitation, 'speaker') },
  `
  speaker: speaker-off CANCEL bats 1
`,
)
change(
  'organisers take their word back',
  { deed: organiser(takeBack, 'speaker') },
  `
  speaker: speaker-off CANCEL bats 1
`,
)
change(
  'a speaker is taken out of the slot',
  { deed: organiser(removeFromSlot, 'speaker') },
  `
  speaker: speaker-off CANCEL bats 1
`,
)
change('a speaker without an address is taken out', { deed: organiser(removeFromSlot, 'mute') }, ``)
change(
  'a guest who speaks is taken out: their place stays',
  { deed: organiser(removeFromSlot, 'host') },
  `
  host: speaker-off CANCEL logo 1
`,
)
change(
  'whoever leads a workshop and takes part in it is taken out: it stays in their calendar',
  { deed: organiser(removeFromSlot, 'leader') },
  `
  leader: speaker-off
`,
)
change(
  'they are confirmed again',
  {
    after: says(declineInvitation, 'speaker', at(-1)),
    deed: inTurn(says(acceptInvitation, 'speaker'), organiser(confirmSpeaker, 'speaker')),
  },
  `
  speaker: speaker-confirmed REQUEST bats 2
`,
)
change(
  'they say no for the second time',
  {
    after: inTurn(
      says(declineInvitation, 'speaker', at(-3)),
      (here) => here.posted(at(-2)),
      says(acceptInvitation, 'speaker', at(-1)),
      organiser(confirmSpeaker, 'speaker', at(-1)),
    ),
    deed: says(declineInvitation, 'speaker'),
  },
  `
  speaker: speaker-off CANCEL bats 3
`,
)
change(
  'they say no and yes again before anybody hears',
  {
    deed: inTurn(
      says(declineInvitation, 'speaker'),
      says(acceptInvitation, 'speaker'),
      organiser(confirmSpeaker, 'speaker'),
    ),
  },
  `
  speaker: speaker-confirmed REQUEST bats 2
`,
)
