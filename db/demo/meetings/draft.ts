import { youthHouse } from '../places.ts'
import { hall } from '../rooms.ts'
import type { DemoMeeting } from '../shapes.ts'

/** Still being planned: some of its stories have no time yet. */
export const draft: DemoMeeting = {
  slug: 'jauniesi-un-dome',
  title: {
    lv: 'Jaunieši un dome: ko solījām, ko izdarījām',
    en: 'Young people and the council: what we promised, what we did',
  },
  summary: {
    lv: 'Pārskatām, kas no sarunām ir kļuvis par darbiem, un runājam par to, kas ne.',
    en: 'We go through what has turned from words into deeds, and talk about what has not.',
  },
  description: {
    lv: 'Katram jautājumam, kas iepriekš palika bez atbildes, šoreiz ir **vārds, datums un atbilde**.',
    en: 'Every question that was left open before now has **a name, a date and an answer**.',
  },
  place: youthHouse,
  time: { weeksAhead: 9, weekday: 4, from: '16:30', to: '18:30' },
  capacity: 80,
  rooms: { hall },
  agenda: [
    {
      type: 'talk',
      title: { lv: 'Solījumu saraksts', en: 'The list of promises' },
      minutes: 20,
      room: 'hall',
      speakers: ['Projekta komanda'],
    },
    {
      type: 'discussion',
      title: { lv: 'Jautā vēlreiz', en: 'Ask again' },
      minutes: 45,
      room: 'hall',
      speakers: ['Domes pārstāvji'],
    },
    {
      type: 'story',
      title: { lv: '„Impulss“: gads, kurā mēģinājām', en: '“Impulss”: the year we tried' },
      minutes: 10,
      inTray: true,
      speakers: ['„Impulss“'],
    },
    {
      type: 'story',
      title: { lv: 'Pilsēta no jumta', en: 'The city from a rooftop' },
      minutes: 10,
      inTray: true,
      speakers: ['Jaunie fotogrāfi'],
    },
  ],
  guests: 0,
  leave: 0,
}
