import type { Both } from './shapes.ts'

type Story = { title: Both; summary: Both; speakers: string[] }

/** The thirteen stories of the last meeting, in the order of the source. */
export const stories = {
  logo: {
    title: {
      lv: 'Kā radās logo „Daugavpils ir daudzveidība“',
      en: 'How the logo “Daugavpils is diversity” came about',
    },
    summary: {
      lv: 'No pirmās skices līdz zīmei, ko pazīst visa pilsēta.',
      en: 'From the first sketch to a sign the whole city knows.',
    },
    speakers: ['Dizaina grupa'],
  },
  heyday: {
    title: { lv: '„Heyday“ aktivitātes', en: 'What Heyday is up to' },
    summary: {
      lv: 'Kas jau noticis, kas top un kā pievienoties.',
      en: 'What has happened, what is in the making, and how to join.',
    },
    speakers: ['„Heyday“ komanda'],
  },
  fortress: {
    title: {
      lv: 'Daugavpils cietoksnis: sasniegumi un izaicinājumi',
      en: 'Daugavpils fortress: achievements and challenges',
    },
    summary: {
      lv: 'Kas cietoksnī jau atdzīvojies un kur vēl vajag rokas un galvas.',
      en: 'What has come alive in the fortress, and where hands and heads are still needed.',
    },
    speakers: ['Cietokšņa attīstības grupa'],
  },
  bumbumba: {
    title: { lv: '„Bumbumba“ pieredze „Impulsā“', en: '“Bumbumba” within “Impulss”' },
    summary: { lv: 'Ko iemācījāmies, darot kopā.', en: 'What doing it together has taught us.' },
    speakers: ['„Bumbumba“', '„Impulss“'],
  },
  luna: {
    title: { lv: '„Luna“: no idejas līdz rezultātam', en: '“Luna”: from idea to result' },
    summary: {
      lv: 'Viss ceļš, arī tās vietas, kur gribējās mest mieru.',
      en: 'The whole way, including the places where we nearly gave up.',
    },
    speakers: ['„Luna“ komanda'],
  },
  bats: {
    title: { lv: 'Daugavpils – sikspārņu pilsēta', en: 'Daugavpils, city of bats' },
    summary: {
      lv: 'Domubiedri, kas tumsā dzird vairāk nekā citi.',
      en: 'Like-minded people who hear more in the dark than others do.',
    },
    speakers: ['Domubiedru grupa „Sikspārņi“'],
  },
  department: {
    title: { lv: 'Jaunatnes departaments: jaunumi tev', en: 'The Youth Department: news for you' },
    summary: {
      lv: 'Kur meklēt atbalstu, naudu un telpas savai idejai.',
      en: 'Where to find support, money and rooms for your idea.',
    },
    speakers: ['Jaunatnes departaments'],
  },
  imbir: {
    title: { lv: '„Imbir“ stāsts', en: 'The story of “Imbir”' },
    summary: { lv: 'Kā sākt kaut ko savu un noturēties.', en: 'How to start something of your own and keep it going.' },
    speakers: ['„Imbir“ komanda'],
  },
  guarantee: {
    title: { lv: 'NVA Jauniešu garantija', en: 'The State Employment Agency’s Youth Guarantee' },
    summary: {
      lv: 'Mācības, prakse, pirmais darbs: kas tev pienākas.',
      en: 'Training, a placement, a first job: what you are entitled to.',
    },
    speakers: ['Nodarbinātības valsts aģentūra'],
  },
  why: {
    title: { lv: '„Kāpēc 5?“ Daugavpilī', en: '“Kāpēc 5?” (“Why 5?”) in Daugavpils' },
    summary: { lv: 'Jautājumi, pēc kuriem gribas darīt.', en: 'Questions that make you want to do something.' },
    speakers: ['„Kāpēc 5?“ komanda'],
  },
  solyanka: {
    title: { lv: '„Solyanka“ – blogs ikvienam', en: '“Solyanka”, a blog for everyone' },
    summary: {
      lv: 'Par pilsētu raksta tie, kas tajā dzīvo.',
      en: 'The city, as told by those who live in it.',
    },
    speakers: ['„Solyanka“ redakcija'],
  },
  createam: {
    title: { lv: '„Createam“ veiksmes formula', en: 'The “Createam” formula for success' },
    summary: { lv: 'Sastāvdaļas zināmas, recepte – mūsu.', en: 'The ingredients are known, the recipe is ours.' },
    speakers: ['„Createam“'],
  },
  angle: {
    title: { lv: 'Daugavpils no cita skatupunkta', en: 'Daugavpils seen from another angle' },
    summary: {
      lv: 'Tā pati pilsēta, tikai no augšas, no apakšas un no malas.',
      en: 'The same city, looked at from above, from below and from the side.',
    },
    speakers: ['Jaunie fotogrāfi'],
  },
} satisfies Record<string, Story>
