import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { runLate } from '../../server/agenda/run-late.ts'
import { at, type Stage } from './stage.ts'
import { change } from './table.ts'

const minute = at(1)
type Name = 'bats' | 'logo' | 'paint' | 'print'
const released = (change: (here: Stage) => Promise<unknown>) => async (here: Stage) => {
  await change(here)
  await here.release(minute)
}
const edits = (slot: Name, details: Parameters<Stage['change']>[1]) =>
  released((here) => here.change(here[slot], details, minute))
const removes = (slot: Name) =>
  released(({ db, project, kickoff, owner, ...here }) => removeSlot(db, project, kickoff, here[slot], owner, minute))

change(
  'a story begins later',
  { deed: edits('logo', { gapMinutes: 5 }) },
  `
  class guest leader lurker painter: agenda-changed
  host: agenda-changed REQUEST logo 1
`,
)
change(
  'a story takes longer, and the next one moves',
  { deed: edits('bats', { minutes: 15 }) },
  `
  asked speaker: agenda-changed REQUEST bats 1
  class guest leader lurker painter: agenda-changed
  host: agenda-changed REQUEST logo 1
`,
)
change(
  'a story gets another title',
  { deed: edits('bats', { title: { en: 'City of bats' } }) },
  `
  asked speaker: agenda-changed REQUEST bats 1
  class guest host leader lurker painter: agenda-changed
`,
)
change('a story gets another summary', { deed: edits('bats', { summary: { en: 'All about bats.' } }) }, ``)
change(
  'a story goes to another room',
  { deed: released((here) => here.change(here.logo, { roomId: here.studio.id }, minute)) },
  `
  class guest lurker: agenda-changed
  host: agenda-changed REQUEST logo 1
  leader painter: agenda-changed REQUEST paint 2
`,
)
change(
  'a workshop begins later',
  { deed: edits('paint', { gapMinutes: 5 }) },
  `
  class guest host lurker: agenda-changed
  leader painter: agenda-changed REQUEST paint 2
`,
)
change(
  'a story is deleted',
  { deed: removes('bats') },
  `
  asked speaker: agenda-changed CANCEL bats 1
  class guest leader lurker painter: agenda-changed
  host: agenda-changed REQUEST logo 1
`,
)
change(
  'a workshop is deleted',
  { deed: removes('paint') },
  `
  class guest host: agenda-changed
  leader: agenda-changed CANCEL paint 3 + workshop-dropped
  lurker: agenda-changed + workshop-dropped
  painter: agenda-changed + workshop-dropped CANCEL paint 3
`,
)
change(
  'a workshop goes into the tray',
  { deed: edits('paint', { dayId: null }) },
  `
  class guest host: agenda-changed
  leader: agenda-changed CANCEL paint 3 + workshop-dropped
  lurker: agenda-changed + workshop-dropped
  painter: agenda-changed + workshop-dropped CANCEL paint 3
`,
)
change(
  'a workshop goes into the tray and comes back before anybody hears',
  {
    deed: async (here) => {
      const { dayId } = here.paint
      await edits('paint', { dayId: null })(here)
      await edits('paint', { dayId })(here)
    },
  },
  `
  class guest host lurker: agenda-changed
  leader painter: agenda-changed REQUEST paint 4
`,
)
change(
  'the day runs late: pages follow at once, and nobody is written to',
  {
    deed: ({ db, project, kickoff, owner }) =>
      runLate(db, project, kickoff, { minutes: 10 }, owner, kickoff.startsAt.add({ minutes: 1 })),
    isTold: false,
  },
  ``,
)
change('only the draft changes', { deed: (here) => here.change(here.bats, { minutes: 15 }, minute) }, ``)
change(
  'a story moves there and back before anybody hears',
  {
    deed: async (here) => {
      await edits('logo', { gapMinutes: 5 })(here)
      await edits('logo', { gapMinutes: 0 })(here)
    },
  },
  ``,
)
