import type { Both } from '../shapes.ts'

/** Minutes of slots, by meeting and by the slot's title in English. */
export const minutes: { meeting: 'first' | 'second' | 'last'; slot: string; text: Both }[] = [
  {
    ...{ meeting: 'first', slot: 'Brainstorm: what are we missing?' },
    text: {
      lv: `Sešas grupas pa astoņiem cilvēkiem, stunda laika.

1. **Kur satikties**: piecas no sešām grupām – vieta bez naudas, arī vakarā.
2. **Siena zīmēšanai**: četras grupas. Iebildums: kas to tīrīs? Atbilde: paši.
3. **Telpa izmēģinājumiem**: trīs grupas, galvenokārt jaunie uzņēmēji un studenti.

Vienojāmies: dome atbild rakstiski par visām trim līdz gada beigām.`,
      en: `Six groups of eight, one hour.

1. **Where to meet**: five groups of six want a place without money, in the evening too.
2. **A wall to paint on**: four groups. Objection: who cleans it? Answer: we do.
3. **A room for trying things out**: three groups, mostly young entrepreneurs and students.

Agreed: the council answers in writing about all three before the end of the year.`,
    },
  },
  {
    ...{ meeting: 'last', slot: 'All together: what do we do next?' },
    text: {
      lv: `**Sākt:** divas tikšanās gadā; vienu pasākumu kalendāru; koncertus cietokšņa pagalmā.

**Beigt:** lemt par jauniešiem bez jauniešiem.

Domes pārstāvji apņēmās rakstiski atbildēt uz jautājumu par turpinājumu līdz 15. martam. Par brīvprātīgo stundām augstskolās atbildes vēl nav: tās nav pilsētas kompetencē, bet jautājumu nodosim tālāk.`,
      en: `**Start:** two meetings a year; one calendar of events; concerts in the courtyard of the fortress.

**Stop:** deciding about the young without them.

The members of the council undertook to answer in writing, by 15 March, how this goes on. There is no answer yet about hours of volunteering and university places: the city does not decide that, but will pass the question on.`,
    },
  },
]
