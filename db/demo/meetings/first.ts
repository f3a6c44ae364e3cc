import { youthHouse } from '../places.ts'
import { hall } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'

export const first: DemoMeeting = {
  slug: 'iekustini-pilsetu',
  title: { lv: 'Iekustini pilsētu!', en: 'Get the city moving!' },
  summary: {
    lv: 'Pirmā tikšanās: iepazīstamies, uzzinām, kā dara citas pilsētas, un skaļi sapņojam par savējo.',
    en: 'Our first meeting: we get to know each other, hear how other cities do it, and dream aloud about ours.',
  },
  description: {
    lv: `Vai Daugavpils ir pilsēta, kurā tu gribi palikt? Ja **jā**, pastāsti, kāpēc. Ja **nē**, pastāsti divreiz.

- Īsi par to, kas ir „Gen-Y City“ un ko tas dos tev.
- Ko izmēģinājušas citas Eiropas pilsētas un kas tur nav izdevies.
- Liela ideju prāta vētra mazās grupās.

Nāc ar draugiem vai bez tiem. Nekas nav jāsagatavo.`,
    en: `Is Daugavpils a city you want to stay in? If **yes**, tell us why. If **not**, tell us twice.

- What “Gen-Y City” is, briefly, and what is in it for you.
- What other European cities have tried, and what did not work there.
- A big brainstorm in small groups.

Come by yourself or bring friends. There is nothing to prepare.`,
  },
  place: youthHouse,
  time: { on: '2015-10-22', from: '16:00', to: '18:30' },
  capacity: 60,
  rooms: { hall },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Kas ir „Gen-Y City“?', en: 'What is “Gen-Y City”?' },
      minutes: 15,
      room: 'hall',
      speakers: ['Projekta komanda'],
    },
    {
      type: 'talk',
      title: { lv: 'Kā to dara citas pilsētas', en: 'How other cities do it' },
      minutes: 25,
      room: 'hall',
      speakers: ['Poznaņas pašvaldības komanda'],
    },
    { type: 'break', title: { lv: 'Pauze un tēja', en: 'A break, with tea' }, minutes: 15 },
    {
      type: 'workshop',
      title: { lv: 'Ideju prāta vētra: kā mums pietrūkst?', en: 'Brainstorm: what are we missing?' },
      summary: {
        lv: 'Sešas grupas, sešas lapas uz sienas. Šajā stundā sliktu ideju nav.',
        en: 'Six groups, six sheets on the wall. For this hour there are no bad ideas.',
      },
      minutes: 60,
      room: 'hall',
    },
    {
      type: 'discussion',
      title: { lv: 'Ko ņemam līdzi uz nākamo reizi', en: 'What we take with us to the next meeting' },
      minutes: 30,
      room: 'hall',
    },
  ],
  guests: 44,
  leave: 2,
}
