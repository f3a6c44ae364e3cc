import type { Both } from '../shapes.ts'

export type DemoCommitment = {
  meeting: 'first' | 'second' | 'last'
  /** The question or idea it came of, in its words. */
  cameOf?: string
  said: Both
  will: Both
  did?: Both
  office: Both
  /** Or so many weeks after the demo is first started. */
  dueOn: string | { weeksAhead: number }
  promisedOn: string
  /** What became of it, in order. */
  steps: { on: string; state: 'under-way' | 'kept' | 'dropped'; dueOn?: string; note: Both }[]
}

const department = { lv: 'Jaunatnes departaments', en: 'Youth Department' }
const development = { lv: 'Attīstības departaments', en: 'Development Department' }

/** "You said → we will → we did": invented, in the manner of what such a council could promise. */
export const commitments: DemoCommitment[] = [
  {
    meeting: 'first',
    cameOf: 'Kāpēc pēc deviņiem vakarā nav kur palikt, ja nav naudas kafejnīcai?',
    said: {
      lv: 'Vakaros nav kur satikties bez naudas.',
      en: 'In the evening there is no place to meet without money.',
    },
    will: {
      lv: 'Divus vakarus nedēļā atstāsim Jauniešu māju vaļā līdz desmitiem.',
      en: 'We keep the youth house open until ten on two evenings a week.',
    },
    did: {
      lv: 'Ceturtdienās un piektdienās durvis ir vaļā līdz plkst. 22; vakarā ienāk ap trīsdesmit jauniešu.',
      en: 'On Thursdays and Fridays the doors are open until 22:00; some thirty young people come by of an evening.',
    },
    office: department,
    ...{ promisedOn: '2015-10-30', dueOn: '2015-12-01' },
    steps: [
      {
        ...{ on: '2015-12-01', state: 'kept' },
        note: { lv: 'Pirmais garais vakars bija 3. decembrī.', en: 'The first long evening was on 3 December.' },
      },
    ],
  },
  {
    meeting: 'first',
    cameOf: 'Siena, uz kuras drīkst zīmēt. Legāli.',
    said: { lv: 'Gribam sienu, uz kuras drīkst zīmēt.', en: 'We want a wall that one may paint on.' },
    will: {
      lv: 'Atradīsim sienu un vienosimies par noteikumiem kopā ar jums.',
      en: 'We find a wall, and agree on the rules together with you.',
    },
    did: {
      lv: 'Siena pie skeitparka nogruntēta; noteikumus uzrakstīja septiņi jaunieši.',
      en: 'The wall by the skatepark is primed; seven young people wrote its rules.',
    },
    office: development,
    ...{ promisedOn: '2015-11-10', dueOn: '2016-01-31' },
    steps: [
      {
        ...{ on: '2015-12-14', state: 'under-way' },
        note: { lv: 'Izvēlamies starp trim sienām.', en: 'We are choosing between three walls.' },
      },
      {
        ...{ on: '2016-01-25', state: 'kept' },
        note: { lv: 'Vēl pirms termiņa. Krāsas – jūsu.', en: 'Ahead of time, even. The paint is yours.' },
      },
    ],
  },
  {
    meeting: 'second',
    cameOf: 'Kāpēc pēdējais autobuss no centra ir pirms pasākumu beigām?',
    said: {
      lv: 'Pēdējais autobuss aizbrauc pirms pasākumu beigām.',
      en: 'The last bus leaves before the evening is over.',
    },
    will: {
      lv: 'Pusgadu izmēģināsim vēlo autobusu piektdienās un sestdienās.',
      en: 'We try a late bus on Fridays and Saturdays for half a year.',
    },
    did: {
      lv: 'Autobuss plkst. 23.10 kursē kopš februāra.',
      en: 'The bus at 23:10 has been running since February.',
    },
    office: development,
    ...{ promisedOn: '2015-12-18', dueOn: '2016-02-01' },
    steps: [
      {
        ...{ on: '2016-02-05', state: 'kept' },
        note: { lv: 'Četras dienas vēlāk, nekā solīts.', en: 'Four days later than promised.' },
      },
    ],
  },
  {
    meeting: 'second',
    cameOf: 'Viens kalendārs visiem jauniešu pasākumiem pilsētā, nevis desmit lapas.',
    said: { lv: 'Par pasākumiem uzzinām, kad tie jau beigušies.', en: 'We hear of events once they are over.' },
    will: {
      lv: 'Izveidosim vienu jauniešu pasākumu kalendāru visai pilsētai.',
      en: 'We make one calendar of youth events for the whole city.',
    },
    did: {
      lv: 'Kalendārs darbojas: tajā ir arī skolu un biedrību pasākumi.',
      en: 'The calendar is there, with the events of schools and associations in it.',
    },
    office: department,
    ...{ promisedOn: '2016-01-08', dueOn: '2016-03-31' },
    steps: [
      {
        ...{ on: '2016-03-30', state: 'under-way', dueOn: '2016-06-30' },
        note: {
          lv: 'Kalendārs darbojas, bet tajā ir tikai puse pasākumu. Līdz jūnijam pieslēgsim skolas.',
          en: 'The calendar works, but holds only half of the events. By June the schools will be in it.',
        },
      },
      {
        ...{ on: '2016-06-27', state: 'kept' },
        note: { lv: 'Skolas ir pieslēgušās.', en: 'The schools have joined.' },
      },
    ],
  },
  {
    meeting: 'last',
    cameOf: 'Kas notiks ar visu šo, kad projekts martā beigsies?',
    said: {
      lv: 'Negribam, lai saruna beidzas kopā ar projektu.',
      en: 'We do not want the talk to end with the project.',
    },
    will: {
      lv: 'Divreiz gadā tiksimies un sāksim ar to, ko esam izdarījuši.',
      en: 'We meet twice a year, and begin with what we have done.',
    },
    office: department,
    ...{ promisedOn: '2016-03-14', dueOn: { weeksAhead: 9 } },
    steps: [],
  },
  {
    meeting: 'last',
    said: { lv: 'Cietoksnī gribam tramplīnu skeitam.', en: 'We want a skate ramp in the fortress.' },
    will: { lv: 'Pārbaudīsim, vai piemineklī to drīkst būvēt.', en: 'We check whether a monument allows it.' },
    did: {
      lv: 'Nedrīkst: pieminekļa aizsardzība to neatļauj. Tā vietā rampu plānojam Stropos.',
      en: 'It does not: the protection of the monument forbids it. We plan the ramp at Stropi instead.',
    },
    office: development,
    ...{ promisedOn: '2016-03-01', dueOn: '2016-03-31' },
    steps: [
      {
        ...{ on: '2016-03-22', state: 'dropped' },
        note: { lv: 'Godīga atbilde ir labāka par klusumu.', en: 'An honest answer is better than none.' },
      },
    ],
  },
]
