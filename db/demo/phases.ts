import type { Both } from './shapes.ts'

type DemoPhase = { title: Both; text: Both; startsOn: string; endsOn: string | null }

/** The source dates the first phase only; the second one goes on for as long as the demo does. */
export const phases: DemoPhase[] = [
  {
    title: { lv: 'Pieredze un idejas', en: 'Experience and ideas' },
    text: {
      lv: 'Apmaināmies ar pieredzi, rīkojam ideju prāta vētras un diskusijas, tiekamies ar dažādām grupām, kas grib padarīt Daugavpili jauniešiem pievilcīgu.',
      en: 'We exchange experience, brainstorm and discuss, and meet the different groups who want to make Daugavpils attractive to the young.',
    },
    startsOn: '2015-09-15',
    endsOn: '2016-03-15',
  },
  {
    title: { lv: 'Katrai pilsētai sava joma', en: 'A field for each city' },
    text: {
      lv: 'Katra pilsēta attīsta tieši to jomu, kas tās jaunajiem, radošajiem cilvēkiem ir visvajadzīgākā. Kura tā būs Daugavpilī, izlemjam kopā.',
      en: 'Each city develops the one field that its young, creative people need most. Which one it is in Daugavpils, we decide together.',
    },
    startsOn: '2016-03-16',
    endsOn: null,
  },
]
