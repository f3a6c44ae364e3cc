import { youthHouse } from '../places.ts'
import { hall } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'

/** Open from a Friday to a Sunday: it has dates without hours, and a guided tour at three on its first day. */
export const exhibition: DemoMeeting = {
  slug: 'pilseta-musu-acim',
  title: { lv: 'Izstāde: pilsēta mūsu acīm', en: 'Exhibition: the city as we see it' },
  summary: {
    lv: 'Trīs dienas var apskatīt maketus, fotogrāfijas un plakātus, ko radījuši jaunieši.',
    en: 'Three days to see the models, photos and posters that young people have made.',
  },
  description: {
    lv: `Darbnīcā uzbūvētie maketi beidzot ir redzami visiem, un tiem blakus – fotogrāfijas no vietām, kurām ejam garām katru dienu.

- Nāc, kad tev ērti: durvis ir vaļā no desmitiem līdz sešiem.
- Pie katra darba var atstāt **zīmīti ar savu domu**; visas izlasām un nododam domei.
- Pirmajā dienā trijos autori paši izved cauri izstādei.`,
    en: `The models from the workshop are there for everybody to see at last, beside photos of places that we walk past every day.

- Come when it suits you: the doors are open from ten to six.
- Leave **a note with your thought** at any of the works; we read them all and hand them on to the city council.
- On the first day at three, the makers themselves show you round.`,
  },
  place: youthHouse,
  time: { weeksAhead: 7, weekday: 5, from: '15:00', to: '18:00', wholeDays: 3 },
  capacity: 90,
  rooms: { hall },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Autori stāsta: ekskursija pa izstādi', en: 'The makers show you round' },
      minutes: 45,
      room: 'hall',
      speakers: ['Jaunie arhitekti'],
    },
  ],
  guests: 14,
  leave: 0,
}
