import type { Both } from '../shapes.ts'

export type DemoVoice = {
  kind: 'question' | 'idea'
  /** Of the past meetings; absent: on the wall, between meetings. */
  meeting?: 'first' | 'second' | 'last'
  text: string
  /** A place in the list of groups. */
  group: number
  votes: number
  /** Answered aloud, in the room. */
  spoken?: boolean
  /** Given to the council, until then. */
  dueOn?: string
  answer?: Both
  answeredOn?: string
}

/** What was asked and proposed, and what became of it. Invented, as are all who ask. */
export const voices: DemoVoice[] = [
  {
    ...{ kind: 'question', meeting: 'first', group: 0, votes: 17, dueOn: '2015-11-20', answeredOn: '2015-11-18' },
    text: 'Kāpēc pēc deviņiem vakarā nav kur palikt, ja nav naudas kafejnīcai?',
    answer: {
      lv: 'Jauniešu māja no 1. decembra ceturtdienās un piektdienās ir vaļā līdz plkst. 22. Maksāt nav jāpērk nekas: telpas, Wi-Fi un tēja ir par velti.',
      en: 'From 1 December the youth house stays open until 22:00 on Thursdays and Fridays. There is nothing to buy: the rooms, the Wi-Fi and the tea are free.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'first', group: 1, votes: 11, spoken: true },
    text: 'Vai mūsu idejas kāds lasīs, vai tās paliks uz lapām pie sienas?',
  },
  {
    ...{ kind: 'question', meeting: 'first', group: 4, votes: 8, dueOn: '2015-12-15', answeredOn: '2015-12-11' },
    text: 'Kur var dabūt telpu uz pusgadu, lai pamēģinātu savu mazo biznesu?',
    answer: {
      lv: 'Pilsētai ir divas tukšas telpas Rīgas ielā, ko no pavasara iznomāsim jaunajiem uzņēmējiem par simbolisku maksu uz sešiem mēnešiem. Pieteikšanās sāksies martā.',
      en: 'The city has two empty shops in Rīgas iela. From spring on, young entrepreneurs can rent them for six months at a token price. Applications open in March.',
    },
  },
  {
    ...{ kind: 'idea', meeting: 'first', group: 2, votes: 14, dueOn: '2016-01-29', answeredOn: '2016-01-25' },
    text: 'Siena, uz kuras drīkst zīmēt. Legāli.',
    answer: {
      lv: 'Siena pie skeitparka ir tava. Nosacījumi ir trīs: nekā aizvainojoša, nekā par naudu, un pēc tevis zīmē nākamais.',
      en: 'The wall by the skatepark is yours. There are three conditions: nothing hurtful, nothing for money, and somebody else paints after you.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'second', group: 0, votes: 21, dueOn: '2016-01-15', answeredOn: '2016-01-14' },
    text: 'Kāpēc pēdējais autobuss no centra ir pirms pasākumu beigām?',
    answer: {
      lv: 'Piektdienās un sestdienās ar februāri kursē vēl viens autobuss plkst. 23.10. Pēc pusgada skatīsimies, cik ar to brauc, un izlemsim par pārējām dienām.',
      en: 'From February there is one more bus on Fridays and Saturdays, at 23:10. After six months we look at how many take it, and decide about the other days.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'second', group: 8, votes: 9, spoken: true },
    text: 'Vai studentu prakses pilsētas iestādēs var būt apmaksātas?',
  },
  {
    ...{ kind: 'idea', meeting: 'second', group: 3, votes: 12, dueOn: '2016-03-31', answeredOn: '2016-03-30' },
    text: 'Viens kalendārs visiem jauniešu pasākumiem pilsētā, nevis desmit lapas.',
    answer: {
      lv: 'Tādu kalendāru uzturēs Jaunatnes departaments. Ja rīko pasākumu, atsūti to mums, un tas tur būs nākamajā darbdienā.',
      en: 'The Youth Department is going to keep such a calendar. If you organise something, send it to us and it is there on the next working day.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'last', group: 1, votes: 26, dueOn: '2016-03-15', answeredOn: '2016-03-14' },
    text: 'Kas notiks ar visu šo, kad projekts martā beigsies?',
    answer: {
      lv: 'Tikšanās turpināsies: divas reizes gadā, pavasarī un rudenī, un katru reizi sāksim ar to, ko esam izdarījuši no iepriekš solītā.',
      en: 'The meetings go on: twice a year, in spring and in autumn, each of them beginning with what has become of our earlier promises.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'last', group: 0, votes: 19, dueOn: '2016-03-31', answeredOn: '2016-04-01' },
    text: 'Vai cietoksnī drīkstēs rīkot koncertus, arī vēlu vakarā?',
    answer: {
      lv: 'Jā, pagalmā līdz plkst. 23, ja pieteikums iesniegts mēnesi iepriekš. Sikspārņu dēļ no novembra līdz martam pazemes ejās nekas nenotiek.',
      en: 'Yes, in the courtyard until 23:00, if you tell us a month ahead. Because of the bats nothing happens in the tunnels from November to March.',
    },
  },
  {
    ...{ kind: 'question', meeting: 'last', group: 5, votes: 10, spoken: true },
    text: 'Kā skola var palīdzēt tiem, kuri par savu ideju vēl kautrējas runāt?',
  },
  {
    ...{ kind: 'question', meeting: 'last', group: 2, votes: 15, dueOn: '2016-04-15' },
    text: 'Kāpēc brīvprātīgo stundas nekur neskaitās, kad stājies augstskolā?',
  },
  {
    ...{ kind: 'idea', group: 0, votes: 13 },
    text: 'Soliņi ar kontaktligzdām pie stacijas: tur tāpat visi gaida.',
  },
  {
    ...{ kind: 'idea', group: 1, votes: 9 },
    text: 'Nakts orientēšanās pa pilsētu ar mīklām vairākās valodās.',
  },
  {
    ...{ kind: 'idea', group: 3, votes: 6 },
    text: 'Instrumentu bibliotēka: aizņemies bungas, nevis grāmatu.',
  },
]
