import { edit, shift } from '../mail/edit.ts'
import { at } from './stage.ts'
import { change } from './table.ts'

const minute = at(1)

change(
  'it moves by an hour',
  { deed: (here) => shift(here, 1, minute) },
  `
  asked speaker: agenda-changed REQUEST bats 2
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: agenda-changed REQUEST logo 2 + changed REQUEST meeting 1
  leader: agenda-changed REQUEST paint 3 + changed REQUEST meeting 1
  painter: changed REQUEST meeting 1 REQUEST paint 3
`,
)
change(
  'it ends later',
  { deed: (here) => edit(here, { endsAt: here.kickoff.endsAt.add({ hours: 1 }) }, minute) },
  `
  class guest host leader lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'it is open for the whole day from now on',
  { deed: (here) => edit(here, { allDay: true }, minute) },
  `
  class guest host leader lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'its zone changes, at the same moment',
  { deed: (here) => edit(here, { zone: 'Europe/Berlin' }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 1
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 1 + speaker-changed REQUEST logo 1
  leader: changed REQUEST meeting 1 + speaker-changed REQUEST paint 2
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'it takes place elsewhere',
  { deed: (here) => edit(here, { address: 'Rīgas iela 2' }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 1
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 1 + speaker-changed REQUEST logo 1
  leader: changed REQUEST meeting 1 + speaker-changed REQUEST paint 2
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'it gets a link to join it online',
  { deed: (here) => edit(here, { onlineUrl: 'https://meet.example.org/5' }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 1
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 1 + speaker-changed REQUEST logo 1
  leader: changed REQUEST meeting 1 + speaker-changed REQUEST paint 2
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'its title changes',
  { deed: (here) => edit(here, { title: { en: 'Opening' } }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 1
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 1 + speaker-changed REQUEST logo 1
  leader: changed REQUEST meeting 1 + speaker-changed REQUEST paint 2
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'one gets in by another door',
  { deed: (here) => edit(here, { accessNotes: { en: 'From the yard.' } }, minute) },
  `
  asked speaker: speaker-changed REQUEST bats 1
  class guest lurker: changed REQUEST meeting 1
  held invited offered requested waiting: changed
  host: changed REQUEST meeting 1 + speaker-changed REQUEST logo 1
  leader: changed REQUEST meeting 1 + speaker-changed REQUEST paint 2
  painter: changed REQUEST meeting 1 REQUEST paint 2
`,
)
change(
  'other words about it are nobody’s news',
  { deed: (here) => edit(here, { summary: { en: 'Come!' }, description: { en: 'All of you.' } }, minute) },
  ``,
)
change(
  'there are more places',
  { deed: (here) => edit(here, { capacity: 13 }, minute) },
  `
  waiting: offer
`,
)
change(
  'it moves twice, and elsewhere, before anybody hears',
  {
    deed: async (here) => {
      await shift(here, 1, minute)
      await shift(here, 1, minute)
      await edit(here, { address: 'Rīgas iela 2' }, minute)
    },
  },
  `
  asked speaker: agenda-changed REQUEST bats 5
  class guest lurker: changed REQUEST meeting 3
  held invited offered requested waiting: changed
  host: agenda-changed REQUEST logo 5 + changed REQUEST meeting 3
  leader: agenda-changed REQUEST paint 6 + changed REQUEST meeting 3
  painter: changed REQUEST meeting 3 REQUEST paint 6
`,
)
change(
  'it moves there and back before anybody hears',
  {
    deed: async (here) => {
      await shift(here, 1, minute)
      await edit(here, { address: 'Rīgas iela 2' }, minute)
      await shift(here, -1, minute)
      await edit(here, { address: here.kickoff.address }, minute)
    },
  },
  ``,
)
