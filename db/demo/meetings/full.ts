import { hangar } from '../places.ts'
import { hall, studio } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'

/** Full: 24 have a place, 6 wait for one, and the one who leaves makes an offer out of it. */
export const full: DemoMeeting = {
  slug: 'musu-vieta-pilseta',
  title: { lv: 'Darbnīca: mūsu vieta pilsētā', en: 'Workshop: a place of our own' },
  summary: {
    lv: 'Vienā pēcpusdienā izdomājam vietu, kur satikties katru dienu, un uzbūvējam tās maketu.',
    en: 'In one afternoon we invent a place to meet every day, and build a model of it.',
  },
  description: {
    lv: `Kur tu satiec draugus, kad ārā līst? Tieši tādu vietu te izdomāsim.

- Puse zīmē, puse būvē; pusceļā samaināmies.
- Kartons, krāsas un līme ir mūsu, **tavas ir rokas**.
- Gatavos maketus pēc tam izstādām domē.

Vietu ir tikai divdesmit četras, jo tik ir darba galdu.`,
    en: `Where do you meet your friends when it rains? That is the place we are going to invent.

- Half of us draw, half build; then we swap.
- Cardboard, paint and glue are on us, **the hands are yours**.
- The finished models go on show at the city council.

There are only twenty-four places, because that is how many workbenches there are.`,
  },
  place: hangar,
  time: { weeksAhead: 5, weekday: 3, from: '16:00', to: '18:30' },
  capacity: 24,
  rooms: { hall, studio },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Kas jau ir un kā vēl trūkst', en: 'What is there already, and what is missing' },
      minutes: 15,
      room: 'hall',
      speakers: ['Jaunie arhitekti'],
    },
    {
      type: 'workshop',
      title: { lv: 'Zīmējam', en: 'We draw' },
      minutes: 60,
      room: 'studio',
      gapMinutes: 15,
      speakers: ['Dizaina grupa'],
    },
    {
      type: 'workshop',
      title: { lv: 'Būvējam maketu', en: 'We build a model' },
      minutes: 60,
      room: 'hall',
      speakers: ['„Createam“'],
    },
    { type: 'break', title: { lv: 'Pauze un pica', en: 'A break, with pizza' }, minutes: 20 },
    {
      type: 'discussion',
      title: { lv: 'Apskatām, balsojam, izvēlamies', en: 'We look, vote and choose' },
      minutes: 40,
      room: 'hall',
    },
  ],
  guests: 30,
  leave: 1,
}
