import { cancel } from '../../server/registrations/cancel.ts'
import { approve, refuse } from '../../server/registrations/places/approve.ts'
import { accept, lapsePlaces } from '../../server/registrations/places/offer.ts'
import { at, type Stage } from './stage.ts'
import { change } from './table.ts'

const minute = at(1)
const by = (deed: typeof approve) => (who: string) => async (here: Stage) =>
  await deed(here.db, here.project, here.kickoff, await here.registrationOf(who), here.owner, minute)
const [approved, refused] = [by(approve), by(refuse)]
const themselves = (deed: typeof accept | typeof cancel) => (who: string) => async (here: Stage) =>
  await deed(here.db, here.project, here.kickoff, await here.registrationOf(who), minute)
const [accepts, cancels] = [themselves(accept), themselves(cancel)]
const room = { capacity: 30 }
const tenDaysOn = at(10 * 24 * 60)

change(
  'an offer is taken',
  { deed: accepts('offered') },
  `
  offered: confirmation REQUEST meeting 0
`,
)
change(
  'an offer is declined',
  { deed: cancels('offered') },
  `
  offered: left
  waiting: offer
`,
)
change(
  'an invitation by name is taken',
  { deed: accepts('invited') },
  `
  invited: confirmation REQUEST meeting 0
`,
)
change(
  'offers and what was held run out',
  {
    deed: async (here) => {
      await lapsePlaces(here.db, tenDaysOn)
      await here.posted(tenDaysOn)
    },
  },
  `
  held invited offered: lapsed
  waiting: offer
`,
)
change(
  'a request is granted',
  { meeting: room, after: cancels('waiting'), deed: approved('requested') },
  `
  requested: confirmation REQUEST meeting 0
`,
)
change(
  'a request is granted, and there is no room',
  { deed: approved('requested') },
  `
  requested: waiting
`,
)
change(
  'a request is turned down',
  { deed: refused('requested') },
  `
  requested: refused
`,
)
