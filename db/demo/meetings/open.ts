import { youthHouse } from '../places.ts'
import { hall, studio } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'
import { openAgenda } from './open-agenda.ts'

/** Open for registration, with seven places left: 60 less 55 who register and 2 of them who leave again. */
export const open: DemoMeeting = {
  slug: 'jauniesu-stasti',
  title: { lv: 'Jauniešu stāsti: kas notiek tālāk?', en: 'Young people’s stories: what happens next?' },
  summary: {
    lv: 'Septiņi stāsti par to, kas Daugavpilī jau izdevies, un viena kopīga saruna par to, ko darīsim tālāk.',
    en: 'Seven stories of what has already worked in Daugavpils, and one conversation about what we do next.',
  },
  description: {
    lv: `Daži no tiem, kas savus stāstus jau izstāstīja, atgriežas un pastāsta, **kas notika pēc tam**. Citi pie mikrofona nāk pirmoreiz.

- Klausies stāstus Zālē vai nāc uz Studiju un izmēģini „Createam“ formulu.
- Pauzē ir tēja, maizītes un brīva siena tavām idejām.
- Beigās visi kopā izvēlamies vienu lietu, ar ko sāksim.

Vari nākt arī bez draugiem: te visi ātri iepazīstas. Runājam latviski; blakus vienmēr ir kāds, kas pārtulkos krieviski, ukrainiski vai angliski.`,
    en: `Some of those who have told their stories before come back to tell us **what happened next**. Others are at the microphone for the first time.

- Listen to the stories in the Hall, or come to the Studio and try the “Createam” formula yourself.
- In the break there is tea, something to eat, and an empty wall for your ideas.
- At the end we choose, all together, the one thing we will start with.

Come by yourself if you like: people get to know each other fast here. We speak Latvian; there is always somebody near to translate into Russian, Ukrainian or English.`,
  },
  place: youthHouse,
  time: { weeksAhead: 3, weekday: 6, from: '17:00', to: '19:30' },
  capacity: 60,
  rooms: { hall, studio },
  agenda: openAgenda,
  guests: 55,
  leave: 2,
}
