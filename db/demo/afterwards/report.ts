import type { Both } from '../shapes.ts'

/** What a person wrote into the closing report; everything else in it follows from the data. */
export const sections: Record<string, Both> = {
  summary: {
    lv: `Daugavpils pilsētas dome projekta pirmajā fāzē trīs reizes tikās ar jauniešiem. Vienpadsmit dalībnieku grupas – no skolniekiem līdz domes pārstāvjiem – apmainījās ar pieredzi, uzdeva jautājumus un saņēma atbildes. Pēdējā tikšanās reizē izskanēja trīspadsmit veiksmes stāsti.

Dialogs turpinās: uz jautājumiem atbildēts rakstiski, un solītajam ir termiņi, kurus var pārbaudīt ikviens.`,
    en: `In the first phase of the project Daugavpils City Council met with young people three times. Eleven groups of participants, from pupils to members of the council, exchanged experience, asked questions and got answers. At the last meeting thirteen success stories were told.

The dialogue goes on: questions have been answered in writing, and what was promised has dates that anybody can check.`,
  },
  worked: {
    lv: `- Desmit minūtes katram stāstam: neviens nenogura, un pie mikrofona nāca arī tie, kas nekad nebija runājuši publiski.
- Balsošana par jautājumiem: uzreiz bija redzams, kas rūp vairākumam.
- Atbilde ar datumu. Pēc pirmās izpildītās apņemšanās uz otro tikšanos atnāca vairāk cilvēku.`,
    en: `- Ten minutes for each story: nobody got tired, and those came to the microphone who had never spoken in public.
- Votes on questions: it was plain at once what most people cared about.
- An answer with a date. After the first promise was kept, more people came to the second meeting.`,
  },
  failed: {
    lv: `- Jauno uzņēmēju atnāca maz: darbdienas pēcpusdiena viņiem neder.
- Ne visi stāsti ir pieejami kā prezentācijas; daļa autoru tās atsūtīja vēlu vai neatsūtīja.
- Pasākumu kalendārs kavējas.`,
    en: `- Few young entrepreneurs came: the afternoon of a working day does not suit them.
- Not all stories have slides; some authors sent theirs late, or not at all.
- The calendar of events is late.`,
  },
  next: {
    lv: 'Otrajā fāzē attīstīsim to jomu, kas jauniem, radošiem cilvēkiem Daugavpilī ir visvajadzīgākā: vietu, kur satikties un pamēģināt. Nākamā tikšanās sāksies ar iepriekš solītā sarakstu.',
    en: 'In the second phase we develop what young, creative people in Daugavpils need most: a place to meet and to try things out. The next meeting begins with the list of earlier promises.',
  },
}

export const quotes: { text: Both; by: Both }[] = [
  {
    text: {
      lv: 'Es atnācu klausīties, bet aizgāju ar mikrofonu rokā.',
      en: 'I came to listen, and left with a microphone in my hand.',
    },
    by: { lv: 'skolniece, pēdējā tikšanās', en: 'a pupil, at the last meeting' },
  },
  {
    text: {
      lv: 'Pirmoreiz kāds pierakstīja datumu, nevis „padomāsim“.',
      en: 'For the first time somebody wrote down a date, and not “we will think about it”.',
    },
    by: { lv: 'students, otrā tikšanās', en: 'a student, at the second meeting' },
  },
]

export const indicators: {
  name: Both
  counts: 'by-hand' | 'participants' | 'meetings' | 'stories'
  planned: number
  reached: number | null
}[] = [
  {
    name: { lv: 'Tikšanās ar jauniešiem', en: 'Meetings with young people' },
    counts: 'meetings',
    planned: 3,
    reached: null,
  },
  { name: { lv: 'Dalībnieki', en: 'Participants' }, counts: 'participants', planned: 120, reached: null },
  { name: { lv: 'Izstāstītie stāsti', en: 'Stories told' }, counts: 'stories', planned: 10, reached: null },
  {
    name: { lv: 'Pieredzes apmaiņas braucieni', en: 'Study visits' },
    ...{ counts: 'by-hand', planned: 2, reached: 2 },
  },
]
