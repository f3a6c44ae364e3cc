import type { Both } from '../shapes.ts'

export type DemoPicture = { meeting: 'first' | 'second' | 'last'; alt: Both; svg: string }

const [paper, ink, card, orange, sun, mint, sky, pink] = [
  ...['#fbf5e9', '#17131f', '#fffdf7', '#ff6a2b', '#ffc83d', '#5fd3a5', '#6fb7ff', '#ff8fc0'],
] as [string, string, string, string, string, string, string, string]

/** Drawn still lifes of the three evenings: nobody is in them. */
export const pictures: DemoPicture[] = [
  {
    meeting: 'first',
    alt: { lv: 'Sešas aprakstītas lapas pie sarkanbrūnas sienas', en: 'Six sheets full of notes on a brick-red wall' },
    svg: scene('#c8553d', sheets()),
  },
  {
    meeting: 'first',
    alt: { lv: 'Krēslu rindas tukšā zālē pirms sākuma', en: 'Rows of chairs in an empty hall before the start' },
    svg: scene(sky, `${floor('#e9dcc3')}${chairs()}`),
  },
  {
    meeting: 'first',
    alt: { lv: 'Tējas krūzes un cepumi uz gara galda', en: 'Mugs of tea and biscuits on a long table' },
    svg: scene(mint, `${floor('#b98a5e')}${mugs()}`),
  },
  {
    meeting: 'second',
    alt: {
      lv: 'Galds ar diviem mikrofoniem un jautājumu kartītēm',
      en: 'A table with two microphones and cards with questions',
    },
    svg: scene(sun, `${floor('#8a5a3c')}${microphone(560)}${microphone(1040)}${cards()}`),
  },
  {
    meeting: 'second',
    alt: { lv: 'Piparkūku sirdis uz šķīvja', en: 'Gingerbread hearts on a plate' },
    svg: scene(pink, plate()),
  },
  {
    meeting: 'last',
    alt: { lv: 'Ekrāns ar sikspārni virs tumšas pilsētas', en: 'A screen with a bat above a dark city' },
    svg: scene(ink, `${screen()}${bat(800, 380, 2.2)}`),
  },
  {
    meeting: 'last',
    alt: {
      lv: 'Mikrofons uz skatuves zem virtenes ar trīspadsmit spuldzēm',
      en: 'A microphone on stage, under a string of thirteen light bulbs',
    },
    svg: scene(orange, `${bulbs()}${floor('#8a3a14')}${microphone(800)}`),
  },
  {
    meeting: 'last',
    alt: {
      lv: 'Kūka ar oranžu glazūru, no kuras viens gabals jau apēsts',
      en: 'A cake with orange icing, one piece of it already eaten',
    },
    svg: scene(card, cake()),
  },
  {
    meeting: 'last',
    alt: {
      lv: 'Vakara pilsēta ar cietokšņa vārtiem un mēnesi',
      en: 'The city in the evening, with the gate of the fortress and the moon',
    },
    svg: scene('#2d2a4a', skyline()),
  },
]

function scene(ground: string, drawn: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1066" viewBox="0 0 1600 1066"><rect width="1600" height="1066" fill="${ground}"/><g stroke="${ink}" stroke-width="8" stroke-linejoin="round" stroke-linecap="round">${drawn}</g></svg>`
}

function each(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join('')
}

function floor(colour: string): string {
  return `<rect x="-10" y="760" width="1620" height="320" fill="${colour}"/>`
}

function sheets(): string {
  const colours = [card, sun, mint, card, sky, pink]
  return each(6, (i) => {
    const [x, y] = [150 + (i % 3) * 460, 90 + Math.floor(i / 3) * 480]
    const lines = each(
      5,
      (line) => `<path d="M${x + 50} ${y + 90 + line * 60}h${160 + ((i * 7 + line * 5) % 6) * 25}"/>`,
    )
    return `<g transform="rotate(${((i * 5) % 7) - 3} ${x + 180} ${y + 200})"><rect x="${x}" y="${y}" width="380" height="400" fill="${colours[i]}"/>${lines}<circle cx="${x + 190}" cy="${y + 14}" r="18" fill="${orange}"/></g>`
  })
}

function chairs(): string {
  return each(15, (i) => {
    const [x, y] = [90 + (i % 5) * 300, 420 + Math.floor(i / 5) * 200]
    return `<rect x="${x}" y="${y}" width="170" height="130" rx="26" fill="${[orange, sun, pink][i % 3]}"/><path d="M${x + 20} ${y + 130}v80M${x + 150} ${y + 130}v80"/><rect x="${x - 8}" y="${y + 110}" width="186" height="36" rx="16" fill="${card}"/>`
  })
}

function mugs(): string {
  return each(5, (i) => {
    const x = 120 + i * 290
    return `<path d="M${x + 150} 600h40a40 40 0 0 1 0 100h-40" fill="none"/><rect x="${x}" y="560" width="160" height="200" rx="20" fill="${[card, orange, sun, sky, pink][i]}"/><path d="M${x + 50} 520c-20-40 30-50 10-100M${x + 110} 520c-20-40 30-50 10-100" fill="none"/><circle cx="${x + 80}" cy="880" r="52" fill="#d9a066"/><path d="M${x + 62} 868h1M${x + 96} 872h1M${x + 80} 900h1"/>`
  })
}

function microphone(x: number): string {
  return `<path d="M${x} 470v420M${x - 110} 900h220"/><rect x="${x - 60}" y="230" width="120" height="240" rx="60" fill="${card}"/><path d="M${x - 60} 330h120M${x - 60} 385h120"/>`
}

function cards(): string {
  return each(5, (i) => {
    const x = 130 + i * 290
    return `<g transform="rotate(${i * 6 - 12} ${x + 90} 930)"><rect x="${x}" y="860" width="190" height="130" rx="10" fill="${card}"/><path d="M${x + 30} 905h120M${x + 30} 945h80"/></g>`
  })
}

function plate(): string {
  const hearts = each(7, (i) => {
    const [x, y] =
      i === 6 ? [800, 533] : [800 + 250 * Math.cos((i * Math.PI) / 3), 533 + 250 * Math.sin((i * Math.PI) / 3)]
    return `<path transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${i * 31})" d="M0 70C-110-10-60-100 0-40 60-100 110-10 0 70z" fill="#b5703c"/>`
  })
  return `<circle cx="800" cy="533" r="470" fill="${card}"/><circle cx="800" cy="533" r="390" fill="${paper}"/>${hearts}`
}

function screen(): string {
  const houses = each(
    11,
    (i) => `<rect x="${250 + i * 100}" y="${640 - ((i * 37) % 120)}" width="100" height="300" fill="#3a2f55"/>`,
  )
  return `<rect x="200" y="110" width="1200" height="700" rx="24" fill="${sky}"/><svg x="204" y="114" width="1192" height="692" viewBox="204 114 1192 692">${houses}</svg><path d="M800 810v150M560 960h480" stroke="${card}"/>`
}

function bat(x: number, y: number, scale: number): string {
  return `<path transform="translate(${x} ${y}) scale(${scale})" d="M0-20l-14-24-6 28c-40-30-90-24-120 14 26-6 44 2 54 22 14-12 30-10 40 6 10-8 20-4 26 10l20 10 20-10c6-14 16-18 26-10 10-16 26-18 40-6 10-20 28-28 54-22-30-38-80-44-120-14l-6-28z" fill="${ink}"/>`
}

function bulbs(): string {
  const hung = each(13, (i) => {
    const [x, y] = [80 + i * 120, 150 + Math.round(90 * Math.sin((i * Math.PI) / 12))]
    return `<path d="M${x} ${y}v40"/><circle cx="${x}" cy="${y + 80}" r="42" fill="${i % 2 ? sun : card}"/>`
  })
  return `<path d="M-10 120Q800 330 1610 120" fill="none"/>${hung}`
}

function cake(): string {
  return `<rect x="-10" y="780" width="1620" height="300" fill="${mint}"/><ellipse cx="800" cy="790" rx="560" ry="90" fill="${paper}"/><path d="M380 470v280c0 60 190 110 420 110s420-50 420-110V470z" fill="#e8c39e"/><path d="M380 470c0-70 190-120 420-120s420 50 420 120c0 40-60 40-70 90-20 60-70 40-80-10-20 70-110 110-140 20-20 60-130 70-150 0-40 80-130 40-150-20-10 60-70 70-90 10-60 40-130-10-140-90z" fill="${orange}"/><path d="M800 470l330 210v130c-90 40-210 50-330 50z" fill="${card}"/><path d="M560 350v-90M1040 350v-90"/><circle cx="560" cy="240" r="22" fill="${sun}"/><circle cx="1040" cy="240" r="22" fill="${sun}"/>`
}

function skyline(): string {
  const houses = each(9, (i) => {
    const [x, top] = [i * 180, 560 - ((i * 97) % 190)]
    const lights = each(
      6,
      (light) =>
        `<rect x="${x + 30 + (light % 2) * 70}" y="${top + 50 + Math.floor(light / 2) * 100}" width="44" height="56" fill="${(i + light) % 3 ? sun : '#4b4670'}"/>`,
    )
    return `<rect x="${x}" y="${top}" width="180" height="700" fill="#413a66"/>${lights}`
  })
  return `<circle cx="1280" cy="220" r="110" fill="${sun}"/>${houses}<path d="M480 1066V640h640v426z" fill="#c8553d"/><path d="M640 1066V850a160 160 0 0 1 320 0v216z" fill="${ink}"/><path d="M460 640h680v-70h-90v-50h-90v50h-90v-50h-140v50h-90v-50h-90v50h-90z" fill="${orange}"/>${bat(420, 260, 0.8)}`
}
