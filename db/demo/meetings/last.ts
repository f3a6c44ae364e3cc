import { youthHouse } from '../places.ts'
import { hall, studio } from '../rooms.ts'
import type { DemoMeeting, DemoSlot } from '../shapes.ts'
import { stories } from '../stories.ts'

const { logo, heyday, fortress, bumbumba, luna, bats, department, imbir, guarantee, why, solyanka, createam, angle } =
  stories

/** The last meeting of the first phase, with its thirteen stories: the one the source tells of. */
export const last: DemoMeeting = {
  slug: 'veiksmes-stasti',
  title: { lv: 'Jauniešu veiksmes stāsti', en: 'Young people’s success stories' },
  summary: {
    lv: 'Trīspadsmit stāsti par to, kas Daugavpilī izdevies, no tiem, kas to izdarīja.',
    en: 'Thirteen stories of what has worked in Daugavpils, from those who made it work.',
  },
  description: {
    lv: `Aktīvākie un radošākie jaunieši dalās ar to, kas viņiem izdevies: veiksmes formulām, kļūdām un to, ko dara tagad. Katram stāstam ir **desmit minūtes**, pēc tam jautā, ko gribi.

Beigās runājam visi kopā: dome grib dzirdēt tavu viedokli un šo dialogu turpināt.`,
    en: `The most active and most creative share what works: their formulas for success, their mistakes, and what they are doing now. Each story has **ten minutes**; then ask whatever you like.

At the end we all talk together: the council wants to hear your opinion and to keep this dialogue going.`,
  },
  place: youthHouse,
  time: { on: '2016-02-25', from: '15:30', to: '18:30' },
  capacity: 70,
  rooms: { hall, studio },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Sveiciens un trīs tikšanās piecās minūtēs', en: 'Welcome, and three meetings in five minutes' },
      minutes: 10,
      room: 'hall',
      speakers: ['Projekta komanda'],
    },
    ...[logo, heyday, fortress, bumbumba, luna].map((story) => told(story, 'hall')),
    { type: 'break', title: { lv: 'Pauze un tēja', en: 'A break, with tea' }, minutes: 15 },
    ...[bats, department, imbir, guarantee].map((story) => told(story, 'hall')),
    ...[why, solyanka, createam, angle].map((story) => told(story, 'studio')),
    { type: 'break', title: { lv: 'Pauze un kūka', en: 'A break, with cake' }, minutes: 15 },
    {
      type: 'discussion',
      title: { lv: 'Kopīga saruna: ko darām tālāk?', en: 'All together: what do we do next?' },
      summary: {
        lv: 'Trīs lietas, ko pilsētai vajadzētu sākt, un viena, ko beigt.',
        en: 'Three things the city should start doing, and one it should stop.',
      },
      minutes: 45,
      room: 'hall',
      speakers: ['Domes pārstāvji', 'Projekta komanda'],
    },
  ],
  guests: 58,
  leave: 3,
}

function told(story: Pick<DemoSlot, 'title' | 'summary' | 'speakers'>, room: string): DemoSlot {
  return { type: 'story', minutes: 10, ...story, room }
}
