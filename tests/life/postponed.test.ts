import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { edit, shift } from '../mail/edit.ts'
import { at, type Stage } from './stage.ts'
import { change } from './table.ts'

const minute = at(1)
const postpone = ({ db, project, kickoff, owner }: Stage, when = at(-1)) =>
  postponeMeeting(db, project, kickoff, owner, when)

change(
  'it is postponed',
  { deed: (here) => postpone(here, minute) },
  `
  asked speaker: speaker-postponed REQUEST bats 1
  class guest lurker: postponed REQUEST meeting 1
  held invited offered requested waiting: postponed
  host: postponed REQUEST meeting 1 + speaker-postponed REQUEST logo 1
  leader: postponed REQUEST meeting 1 + speaker-postponed REQUEST paint 2
  painter: postponed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'it gets its new date',
  { after: postpone, deed: (here) => shift(here, 24 * 7, minute) },
  `
  asked speaker: agenda-changed REQUEST bats 3
  class guest lurker: changed REQUEST meeting 2
  held invited offered requested waiting: changed
  host: agenda-changed REQUEST logo 3 + changed REQUEST meeting 2
  leader: agenda-changed REQUEST paint 4 + changed REQUEST meeting 2
  painter: changed REQUEST meeting 2 REQUEST paint 4
`,
)
change(
  'it takes place when it was to, after all',
  {
    after: postpone,
    deed: async (here) => {
      await shift(here, 1, minute)
      await shift(here, -1, minute)
    },
  },
  `
  asked speaker: speaker-changed REQUEST bats 5
  class guest lurker: changed REQUEST meeting 3
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 3 + speaker-changed REQUEST logo 5
  leader: changed REQUEST meeting 3 + speaker-changed REQUEST paint 6
  painter: changed REQUEST meeting 3 REQUEST paint 6
`,
)
change(
  'while it is postponed, its place changes',
  { after: postpone, deed: (here) => edit(here, { address: 'Rīgas iela 2' }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 2
  class guest lurker: changed REQUEST meeting 2
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 2 + speaker-changed REQUEST logo 2
  leader: changed REQUEST meeting 2 + speaker-changed REQUEST paint 3
  painter: changed REQUEST meeting 2 REQUEST paint 3
`,
)
change(
  'it is called off',
  { deed: ({ db, project, kickoff, owner }) => cancelMeeting(db, project, kickoff, owner, minute) },
  `
  asked speaker: speaker-cancelled CANCEL bats 1
  class guest lurker: cancelled CANCEL meeting 1
  held invited offered requested waiting: cancelled
  host: cancelled CANCEL meeting 1 + speaker-cancelled CANCEL logo 1
  leader: cancelled CANCEL meeting 1 + speaker-cancelled CANCEL paint 2
  painter: cancelled CANCEL meeting 1 CANCEL paint 2
`,
)
change(
  'it is called off after it was postponed',
  { after: postpone, deed: ({ db, project, kickoff, owner }) => cancelMeeting(db, project, kickoff, owner, minute) },
  `
  asked speaker: speaker-cancelled CANCEL bats 2
  class guest lurker: cancelled CANCEL meeting 2
  held invited offered requested waiting: cancelled
  host: cancelled CANCEL meeting 2 + speaker-cancelled CANCEL logo 2
  leader: cancelled CANCEL meeting 2 + speaker-cancelled CANCEL paint 3
  painter: cancelled CANCEL meeting 2 CANCEL paint 3
`,
)
