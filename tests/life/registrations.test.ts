import { expect } from 'vitest'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { erase } from '../../server/my-data/erase.ts'
import { resize } from '../../server/parties/resize.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { moveTogether } from '../../server/registrations/desk/move.ts'
import { freshFolder } from '../database.ts'
import { addMeeting } from '../world.ts'
import { address, at, type Stage } from './stage.ts'
import { change } from './table.ts'

const minute = at(1)
const cancels =
  (who: string, when = minute) =>
  async (here: Stage) =>
    await cancel(here.db, here.project, here.kickoff, await here.registrationOf(who), when)
const room = { capacity: 30 }

change(
  'somebody signs up',
  { meeting: room, after: cancels('waiting', at(-1)), deed: (here) => here.comes('newcomer') },
  `
  newcomer: confirmation REQUEST meeting 0
`,
)
change(
  'somebody signs up for a full meeting',
  { deed: (here) => here.comes('newcomer') },
  `
  newcomer: waiting
`,
)
change(
  'somebody signs up twice',
  { deed: (here) => here.comes('guest') },
  `
  guest: already
`,
)
change(
  'somebody cancels, and whoever waits is offered the place',
  { deed: cancels('guest') },
  `
  guest: left CANCEL meeting 1
  waiting: offer
`,
)
change(
  'whoever takes part in a workshop cancels',
  { deed: cancels('painter') },
  `
  lurker: workshop-in REQUEST paint 1
  painter: left CANCEL meeting 1 CANCEL paint 2
  waiting: offer
`,
)
change(
  'whoever speaks too cancels, and speaks still',
  { deed: cancels('host') },
  `
  host: left CANCEL meeting 1
  waiting: offer
`,
)
change('whoever waits gives up', { deed: cancels('waiting') }, `waiting: left`)
change(
  'an organiser cancels for somebody',
  {
    deed: async (here) =>
      await cancel(here.db, here.project, here.kickoff, await here.registrationOf('guest'), minute, here.owner),
  },
  `
  guest: left CANCEL meeting 1
  waiting: offer
`,
)
change(
  'somebody comes back after they cancelled',
  { meeting: room, after: cancels('guest', at(-1)), deed: (here) => here.comes('guest') },
  `
  guest: confirmation REQUEST meeting 2
`,
)
change(
  'somebody cancels and comes back before anybody hears',
  {
    meeting: room,
    deed: async (here) => {
      await cancels('guest')(here)
      await here.comes('guest')
    },
  },
  `
  guest: confirmation REQUEST meeting 2
  waiting: offer
`,
)
change(
  'a class grows by one',
  { meeting: room, deed: (here) => grow(here, 'class', 5) },
  `
  class: resized
  waiting: offer
`,
)
change(
  'a class cancels, while another of the same teacher comes',
  { meeting: room, after: (here) => here.comes('class', { className: '8.a', seats: 3 }), deed: cancels('class') },
  `
  class: left
  waiting: offer
`,
)
change(
  'an organiser moves somebody to another meeting',
  {
    meeting: room,
    deed: async ({ db, project, kickoff: from, owner: by, registrationOf }) => {
      const to = await addMeeting(db, project, { slug: 'second', number: 2, title: { en: 'Second' } })
      const { id } = await registrationOf('painter')
      expect(await moveTogether(db, { project, from, to, by, now: minute }, [id])).toBe(1)
    },
  },
  `
  lurker: workshop-in REQUEST paint 1
  painter: confirmation CANCEL meeting 1 CANCEL paint 2 REQUEST Second 0
  waiting: offer
`,
)
change(
  'somebody has everything about them erased',
  {
    deed: async (here) => {
      const folder = freshFolder()
      await erase(
        here.db,
        filesInFolder(folder),
        here.project,
        here.kickoff,
        await here.registrationOf('waiting'),
        minute,
      )
    },
  },
  ``,
)

async function grow({ db, project, kickoff: meeting, registrationOf }: Stage, who: string, seats: number) {
  const registration = await registrationOf(who)
  expect(registration.email).toBe(address(who))
  await db.transact((tx) => resize(tx, { project, meeting, registration, named: [] }, { seats }, minute), {
    touches: project.id,
    lock: meeting.id,
  })
}
