import type { Licence, Material } from '../../schema.ts'
import type { Both } from '../shapes.ts'

export type DemoMaterial = {
  /** Absent: of the project as a whole. */
  meeting?: 'first' | 'second' | 'last'
  /** A slot's title in English; absent: of the meeting as a whole. */
  slot?: string
  kind: Material['kind']
  title: Both
  licence: Licence
  credit: string
  /** A link, or the lines of a PDF. */
  what: { url: string } | { lines: string[] }
}

const department = 'Jaunatnes departaments'

/** What the project has produced beside slides. The sign sheet of the second meeting has never been found. */
export const materials: DemoMaterial[] = [
  {
    kind: 'document',
    title: { lv: 'Pirmais posms desmit teikumos', en: 'Phase 1 in ten sentences' },
    ...{ licence: 'cc-by', credit: department },
    what: {
      lines: [
        'Three meetings between October and February.',
        'Eleven groups of people came, from pupils to the council.',
        'Thirteen stories were told, nearly all of them with a failure in it.',
        'Most asked for: places without money, a late bus, one calendar.',
      ],
    },
  },
  {
    kind: 'press',
    title: { lv: 'Programmas lapa par Gen-Y City', en: 'The programme’s page about Gen-Y City' },
    ...{ licence: 'all-rights', credit: 'URBACT III', what: { url: 'https://www.urbact.eu/genycity' } },
  },
  {
    ...{ meeting: 'first', kind: 'document', slot: 'Brainstorm: what are we missing?' },
    title: { lv: 'Sešas lapas no sienas', en: 'The six sheets from the wall' },
    ...{ licence: 'cc0', credit: '' },
    what: {
      lines: [
        '1. A place to meet without money',
        '2. A wall that one may paint on',
        '3. A room for trying out a small business',
      ],
    },
  },
  {
    ...{ meeting: 'second', kind: 'recording' },
    title: { lv: 'Sarunas ieraksts (1 st. 20 min.)', en: 'Recording of the talk (1 h 20 min)' },
    ...{ licence: 'cc-by-sa', credit: 'Jauniešu radio', what: { url: 'https://example.org/saruna-ar-pilsetu' } },
  },
  {
    ...{ meeting: 'last', kind: 'document' },
    title: { lv: 'Programma: trīspadsmit stāsti', en: 'Programme: thirteen stories' },
    ...{ licence: 'cc-by', credit: department },
    what: {
      lines: ['Ten minutes for each story,', 'one break with cake,', 'and half an hour for all of us together.'],
    },
  },
  {
    ...{ meeting: 'last', kind: 'press' },
    title: { lv: 'Radio: „Pilsēta, kas klausās“', en: 'On the radio: “A city that listens”' },
    ...{ licence: 'all-rights', credit: 'Jauniešu radio', what: { url: 'https://example.org/pilseta-kas-klausas' } },
  },
  ...(['first', 'last'] as const).map(
    (meeting): DemoMaterial => ({
      ...{ meeting, kind: 'evidence' },
      title: { lv: 'Parakstu lapas', en: 'Sign sheets' },
      ...{ licence: 'all-rights', credit: '', what: { lines: ['An example: nobody has signed it.'] } },
    }),
  ),
]
