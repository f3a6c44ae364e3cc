import { hangar } from '../places.ts'
import { hall, studio } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'

export const second: DemoMeeting = {
  slug: 'saruna-ar-pilsetu',
  title: { lv: 'Saruna ar pilsētu', en: 'Talking with the city' },
  summary: {
    lv: 'Pie viena galda jaunieši, skolas, uzņēmēji un dome: ko no oktobra idejām var sākt jau tagad?',
    en: 'Young people, schools, entrepreneurs and the council at one table: which of October’s ideas can start right away?',
  },
  description: {
    lv: `Oktobrī uz sienas palika daudz lapu ar idejām. Šoreiz ņemam tās rokās un runājam ar tiem, kas var palīdzēt.

1. Izvēlies sarunu: **mācības un darbs** vai **brīvais laiks un kultūra**.
2. Pasaki, kas tev ir svarīgākais.
3. Uzdod domei jautājumu un uzreiz saņem atbildi.`,
    en: `October left many sheets of ideas on the wall. This time we take them down and talk with those who can help.

1. Choose a conversation: **learning and work**, or **free time and culture**.
2. Say what matters most to you.
3. Ask the council a question and hear the answer on the spot.`,
  },
  place: hangar,
  time: { on: '2015-12-10', from: '16:00', to: '18:30' },
  capacity: 50,
  rooms: { hall, studio },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Ko dzirdējām oktobrī', en: 'What we heard in October' },
      minutes: 20,
      room: 'hall',
      speakers: ['Projekta komanda'],
    },
    {
      type: 'discussion',
      title: { lv: 'Mācības un darbs', en: 'Learning and work' },
      minutes: 40,
      room: 'hall',
      speakers: ['Izglītības pārvalde', 'Karjeras konsultanti'],
    },
    {
      type: 'discussion',
      title: { lv: 'Brīvais laiks un kultūra', en: 'Free time and culture' },
      minutes: 40,
      gapMinutes: 20,
      room: 'studio',
      speakers: ['Jauniešu organizācijas', 'Brīvprātīgo pulks'],
    },
    { type: 'break', title: { lv: 'Pauze un piparkūkas', en: 'A break, with gingerbread' }, minutes: 15 },
    {
      type: 'discussion',
      title: { lv: 'Jautā domei', en: 'Ask the council' },
      summary: {
        lv: 'Katram jautājumam ir trīs minūtes. Ja atbildes nav, pierakstām, kurš to atradīs.',
        en: 'Three minutes for each question. Where there is no answer, we write down who will find it.',
      },
      minutes: 50,
      room: 'hall',
      speakers: ['Domes pārstāvji'],
    },
    { type: 'talk', title: { lv: 'Kas notiks tālāk', en: 'What happens next' }, minutes: 15, room: 'hall' },
  ],
  guests: 37,
  leave: 1,
}
