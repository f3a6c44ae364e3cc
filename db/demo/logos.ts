import type { Both } from './shapes.ts'

/** Drawn for the example out of plain shapes; nobody's real emblem looks like these. */
export const logos: { alt: Both; svg: string }[] = [
  {
    alt: { lv: 'Pilsētas zīme (piemērs): upe un saule', en: 'The city’s sign (an example): a river and the sun' },
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
      <rect width="400" height="200" rx="24" fill="#fff"/>
      <circle cx="200" cy="82" r="46" fill="#ffc21a"/>
      <path d="M60 128q35-28 70 0t70 0 70 0 70 0v40H60z" fill="#1f6feb"/>
    </svg>`,
  },
  {
    alt: { lv: 'Vadošā partnera zīme (piemērs): divi torņi', en: 'The lead partner’s sign (an example): two towers' },
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
      <rect width="400" height="200" rx="24" fill="#fff"/>
      <path d="M130 168V72l35-36 35 36v96zM210 168V92l30-30 30 30v76z" fill="#17131f"/>
      <path d="M100 168h200v12H100z" fill="#ff6a2b"/>
    </svg>`,
  },
  {
    alt: { lv: 'Programmas zīme (piemērs): pilsētas lokā', en: 'The programme’s sign (an example): cities in a ring' },
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
      <rect width="400" height="200" rx="24" fill="#fff"/>
      <circle cx="200" cy="100" r="60" fill="none" stroke="#17131f" stroke-width="10"/>
      <circle cx="200" cy="40" r="20" fill="#b58cff"/>
      <circle cx="252" cy="130" r="20" fill="#37d39b"/>
      <circle cx="148" cy="130" r="20" fill="#ff7a7a"/>
    </svg>`,
  },
]
