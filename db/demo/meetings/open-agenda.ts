import type { DemoSlot } from '../shapes.ts'

export const openAgenda: DemoSlot[] = [
  {
    type: 'story',
    title: {
      lv: '„Daugavpils ir daudzveidība“: kur logo dzīvo tagad',
      en: '“Daugavpils is diversity”: where the logo lives now',
    },
    summary: {
      lv: 'Uz sienām, uz krekliem un vienā tramvaja pieturā.',
      en: 'On walls, on shirts and at one tram stop.',
    },
    minutes: 10,
    room: 'hall',
    speakers: ['Dizaina grupa'],
  },
  {
    type: 'story',
    title: { lv: '„Luna“: kas notika pēc rezultāta', en: '“Luna”: what came after the result' },
    minutes: 10,
    room: 'hall',
    speakers: ['„Luna“ komanda'],
  },
  {
    type: 'story',
    title: { lv: 'Daugavpils – sikspārņu pilsēta, otrā nakts', en: 'Daugavpils, city of bats: the second night' },
    minutes: 10,
    room: 'hall',
    speakers: ['Domubiedru grupa „Sikspārņi“'],
  },
  { type: 'break', title: { lv: 'Pauze un tēja', en: 'A break, with tea' }, minutes: 15 },
  {
    type: 'story',
    title: { lv: '„Solyanka“ – blogs, kurā rakstīsi tu', en: '“Solyanka”, the blog you will write for' },
    minutes: 10,
    room: 'hall',
    speakers: ['„Solyanka“ redakcija'],
  },
  {
    type: 'workshop',
    title: { lv: '„Createam“ darbnīca: atrodi savu formulu', en: '“Createam” workshop: find your own formula' },
    summary: {
      lv: 'Ņem līdzi vienu ideju, der arī pusgatava. Pēc četrdesmit minūtēm tai būs pirmais solis.',
      en: 'Bring one idea, half-baked is fine. Forty minutes later it will have a first step.',
    },
    minutes: 40,
    room: 'studio',
    speakers: ['„Createam“'],
  },
  {
    type: 'story',
    title: { lv: '„Kāpēc 5?“ – pieci jauni jautājumi', en: '“Kāpēc 5?” – five new questions' },
    minutes: 10,
    room: 'hall',
    speakers: ['„Kāpēc 5?“ komanda', 'Elza'],
  },
  {
    type: 'story',
    title: {
      lv: 'Cietoksnis: ko jaunieši tur dara šogad',
      en: 'The fortress: what young people are doing there this year',
    },
    minutes: 10,
    room: 'hall',
    speakers: ['Cietokšņa attīstības grupa'],
  },
  {
    type: 'story',
    title: {
      lv: 'Jaunatnes departaments: kā dabūt naudu idejai',
      en: 'The Youth Department: how to get money for an idea',
    },
    minutes: 10,
    room: 'hall',
    speakers: ['Jaunatnes departaments'],
  },
  {
    type: 'discussion',
    title: { lv: 'Kopīga saruna: ko darīsim tālāk?', en: 'All together: what do we do next?' },
    summary: {
      lv: 'Viens mikrofons, viena siena ar idejām un pilsētas dome, kas klausās.',
      en: 'One microphone, one wall of ideas, and a city council that listens.',
    },
    minutes: 50,
    gapMinutes: 5,
    room: 'hall',
    speakers: ['Domes pārstāvji'],
  },
  {
    type: 'talk',
    title: { lv: 'Ko apsolām un kad tiekamies', en: 'What we promise, and when we meet again' },
    minutes: 10,
    room: 'hall',
    speakers: ['Projekta komanda'],
  },
]
