import { putIn, takeOut } from '../../server/workshops/by-hand.ts'
import { closeWorkshop } from '../../server/workshops/close-workshop.ts'
import { setPlaces } from '../../server/workshops/set-places.ts'
import { at, type Stage } from './stage.ts'
import { change } from './table.ts'

type Name = 'paint' | 'print'
const minute = at(1)
const chooses =
  (who: string, slot: Name, when = minute) =>
  (here: Stage) =>
    here.chooses(who, here[slot], when)
const leaves =
  (who: string, slot: Name, when = minute) =>
  (here: Stage) =>
    here.leaves(who, here[slot], when)
const where = ({ project, kickoff }: Stage) => ({ project, meeting: kickoff })
const inTurn =
  (...deeds: ((here: Stage) => Promise<unknown>)[]) =>
  async (here: Stage) => {
    for (const deed of deeds) await deed(here)
  }

change(
  'somebody chooses one',
  { deed: chooses('guest', 'print') },
  `
  guest: workshops-chosen REQUEST print 1
`,
)
change('somebody chooses one that is full, and waits', { deed: chooses('guest', 'paint') }, ``)
change(
  'a whole class chooses one',
  { deed: chooses('class', 'print') },
  `
  class: workshops-chosen REQUEST print 1
`,
)
change('whoever waits gives up', { deed: leaves('lurker', 'paint') }, ``)
change(
  'somebody leaves one, and whoever waits moves in',
  { deed: leaves('painter', 'paint') },
  `
  lurker: workshop-in REQUEST paint 1
  painter: workshops-chosen CANCEL paint 2
`,
)
change(
  'somebody goes from one to the other',
  { deed: inTurn(leaves('painter', 'paint'), chooses('painter', 'print')) },
  `
  lurker: workshop-in REQUEST paint 1
  painter: workshops-chosen CANCEL paint 3 REQUEST print 3
`,
)
change(
  'somebody chooses and leaves before anybody hears',
  { deed: inTurn(chooses('guest', 'print'), leaves('guest', 'print')) },
  ``,
)
change(
  'somebody leaves a full one, comes back, and waits',
  { deed: inTurn(leaves('painter', 'paint'), chooses('painter', 'paint')) },
  `
  lurker: workshop-in REQUEST paint 1
  painter: workshops-chosen CANCEL paint 2
`,
)
change(
  'somebody chooses anew what they left',
  {
    after: inTurn(chooses('guest', 'print', at(-20)), (here) => here.posted(at(-5)), leaves('guest', 'print', at(-4))),
    deed: chooses('guest', 'print'),
  },
  `
  guest: workshops-chosen REQUEST print 3
`,
)
change(
  'whoever leads one leaves it as a guest: they lead it still',
  { deed: leaves('leader', 'paint') },
  `
  leader: workshops-chosen
  lurker: workshop-in REQUEST paint 1
`,
)
change(
  'an organiser puts somebody in',
  {
    deed: async (here) =>
      await putIn(here.db, where(here), here.print.id, await here.registrationOf('guest'), here.owner, minute),
  },
  `
  guest: workshop-in REQUEST print 1
`,
)
change(
  'an organiser takes somebody out',
  {
    deed: async (here) =>
      await takeOut(here.db, where(here), here.paint, await here.registrationOf('painter'), here.owner, minute),
  },
  `
  lurker: workshop-in REQUEST paint 1
  painter: workshop-out CANCEL paint 2
`,
)
change(
  'it gets more places',
  { deed: (here) => setPlaces(here.db, where(here), here.paint, 3, here.owner, minute) },
  `
  lurker: workshop-in REQUEST paint 1
`,
)
change(
  'it needs no sign-up any more',
  { deed: (here) => closeWorkshop(here.db, where(here), here.paint, here.owner, minute) },
  `
  leader lurker: workshop-closed
  painter: workshop-closed CANCEL paint 2
`,
)
change(
  'one that was closed is opened again, and chosen anew',
  {
    after: (here) => closeWorkshop(here.db, where(here), here.paint, here.owner, at(-1)),
    deed: async (here) => {
      await setPlaces(here.db, where(here), here.paint, 2, here.owner, minute)
      await here.chooses('painter', here.paint, minute)
    },
  },
  `
  painter: workshops-chosen REQUEST paint 3
`,
)
