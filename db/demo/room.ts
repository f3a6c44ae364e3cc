import type { DemoPoll } from './afterwards/polls.ts'

export type DemoQuestion = {
  text: string
  /** A place in the list of groups. */
  group: number
  votes: number
  /** Nobody has looked at it yet. */
  waiting?: true
}

/** Asked ahead of the next meeting, whose room is open already. Invented, as are all who ask. */
export const questions: DemoQuestion[] = [
  { text: 'Kas notika ar sienu pie skeitparka pēc pirmās ziemas?', group: 2, votes: 9 },
  { text: 'Cik naudas vajadzēja pirmajam koncertam, un kas to iedeva?', group: 3, votes: 7 },
  { text: 'Ko darīt, ja skola saka „nē“?', group: 0, votes: 5 },
  { text: 'Vai drīkst nākt pie mikrofona, ja ideja vēl nav gatava?', group: 1, votes: 3 },
  { text: 'Vai beigās balsosim arī par to, kas būs atbildīgs?', group: 4, votes: 0, waiting: true },
  { text: 'Vai pauzē būs kaut kas arī vegāniem?', group: 8, votes: 0, waiting: true },
]

/** What the room votes on until then. */
export const openPoll: DemoPoll = {
  kind: 'one',
  question: { lv: 'Par ko runājam beigās?', en: 'What do we talk about at the end?' },
  options: [
    { label: { lv: 'Kur palikt vakaros', en: 'Where to stay in the evenings' }, votes: 12 },
    { label: { lv: 'Kā tikt mājās pēc pasākumiem', en: 'How to get home after events' }, votes: 9 },
    { label: { lv: 'Mazā nauda lielām idejām', en: 'Small money for big ideas' }, votes: 6 },
  ],
}
