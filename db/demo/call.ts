import type { SlotType } from '../schema.ts'

/** Asks for stories for the meetings to come, for five weeks from the day the demo is first started. */
export const call = {
  title: { lv: 'Pastāsti savu stāstu', en: 'Tell your story' },
  text: {
    lv: `Tev ir kas tāds, kas Daugavpilī **izdevās** – vai skaisti neizdevās? Nāc un pastāsti. Desmit minūtes, bez žūrijas, ar tēju pauzē.

- Pirmā reize pie mikrofona? Palīdzēsim sagatavoties.
- Vari nākt ar draugiem, grupu vai visu klasi.`,
    en: `Has something of yours **worked out** in Daugavpils, or failed beautifully? Come and tell us. Ten minutes, no jury, and tea in the break.

- First time at a microphone? We will help you get ready.
- Bring friends, a band, or your whole class.`,
  },
  question: { lv: 'Kas tev vajadzīgs uz skatuves?', en: 'What do you need on the stage?' },
  types: ['story', 'workshop'] satisfies SlotType[],
}

type DemoProposal = {
  title: string
  abstract: string
  name: string
  email: string
  kind: 'person' | 'group'
  type: SlotType
  /** What became of it so far; a score is the owner's. */
  state: 'draft' | 'handed-in' | 'accepted'
  score?: number
  comment?: string
}

export const proposals: DemoProposal[] = [
  {
    title: 'Velosipēdu pagalms',
    abstract: 'Kā no pamesta pagalma ar trim riteņiem iznāca darbnīca, kurā katrs salabo pats.',
    name: 'Pagalma kolektīvs',
    email: 'pagalms@example.org',
    kind: 'group',
    type: 'story',
    state: 'accepted',
    score: 5,
    comment: 'Īss, skaidrs, ar bildēm. Jā!',
  },
  {
    title: 'Radio no kurpju kastes',
    abstract: 'Skolas radio, kas sākās ar vienu mikrofonu un kurpju kasti.',
    name: 'Renārs',
    email: 'renars.radio@example.org',
    kind: 'person',
    type: 'story',
    state: 'handed-in',
    score: 4,
    comment: 'Gribētos dzirdēt arī pašu radio.',
  },
  {
    title: 'Uzšuj pats: otrā dzīve krekliem',
    abstract: 'Darbnīca: atnes vecu kreklu, aizej ar somu.',
    name: 'Šūšanas pulciņš',
    email: 'susana@example.org',
    kind: 'group',
    type: 'workshop',
    state: 'handed-in',
  },
  {
    title: 'Kāpēc es paliku',
    abstract: '',
    name: 'Sabīne',
    email: 'sabine.paliek@example.org',
    kind: 'person',
    type: 'story',
    state: 'draft',
  },
]
