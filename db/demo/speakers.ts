import type { Both } from './shapes.ts'

export type DemoSpeaker = {
  kind: 'person' | 'group'
  email: string
  bio: Both
  languages: string[]
  /** How far it has got between them and the organisers of the open meeting. */
  answer: 'invited' | 'accepted' | 'confirmed'
  /** Of a young speaker: whom to ask. There has been no answer yet. */
  guardian?: string
}

/** Those of the open meeting who have an address, by their names. Nobody here is a real person. */
export const speakers: Record<string, DemoSpeaker> = {
  'Dizaina grupa': {
    kind: 'group',
    email: 'dizains@example.org',
    bio: {
      lv: 'Četri dizaineri, viena krāsu palete un ļoti daudz uzlīmju.',
      en: 'Four designers, one palette and a great many stickers.',
    },
    languages: ['lv', 'ru'],
    answer: 'confirmed',
  },
  '„Luna“ komanda': {
    kind: 'group',
    email: 'luna@example.org',
    bio: {
      lv: 'Sākām ar ideju virtuvē. Tagad mūsu ir deviņi.',
      en: 'It began with an idea in a kitchen. Now we are nine.',
    },
    languages: ['lv'],
    answer: 'accepted',
  },
  'Domubiedru grupa „Sikspārņi“': {
    kind: 'group',
    email: 'siksparni@example.org',
    bio: {
      lv: 'Skaitām sikspārņus cietoksnī un rādām tos tiem, kas no tiem baidās.',
      en: 'We count the bats of the fortress, and show them to those who fear them.',
    },
    languages: ['lv', 'en'],
    answer: 'confirmed',
  },
  '„Solyanka“ redakcija': {
    kind: 'group',
    email: 'solyanka@example.org',
    bio: { lv: 'Blogs, kurā katram ir sava karote.', en: 'A blog in which everybody has a spoon.' },
    languages: ['ru', 'lv'],
    answer: 'invited',
  },
  '„Createam“': {
    kind: 'group',
    email: 'createam@example.org',
    bio: {
      lv: 'Palīdzam idejai sagaidīt savu pirmo soli.',
      en: 'We help an idea live to see its first step.',
    },
    languages: ['lv', 'en'],
    answer: 'confirmed',
  },
  '„Kāpēc 5?“ komanda': {
    kind: 'group',
    email: 'kapec@example.org',
    bio: { lv: 'Uzdodam jautājumu piecas reizes pēc kārtas.', en: 'We ask the same question five times over.' },
    languages: ['lv'],
    answer: 'confirmed',
  },
  Elza: {
    kind: 'person',
    email: 'elza@example.org',
    bio: {
      lv: 'Vidusskolniece; šis ir viņas pirmais mikrofons.',
      en: 'At secondary school; this is her first microphone.',
    },
    languages: ['lv'],
    answer: 'confirmed',
    guardian: 'elzas.mamma@example.org',
  },
}
