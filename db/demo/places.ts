import type { DemoPlace } from './shapes.ts'

// Both are invented.

export const youthHouse: DemoPlace = {
  placeName: { lv: 'Daugavpils Jaunatnes māja', en: 'Daugavpils Youth House' },
  address: 'Mihoelsa iela 3, Daugavpils',
  accessNotes: { lv: 'Ieeja bez kāpnēm, 5. autobuss', en: 'Step-free entrance, bus 5' },
}

export const hangar: DemoPlace = {
  placeName: { lv: 'Radošā telpa „Angārs“', en: 'Creative space “Angārs”' },
  address: 'Cietokšņa iela 60, Daugavpils',
  accessNotes: {
    lv: 'Ieeja no pagalma, slieksnis 2 cm; 3. tramvajs',
    en: 'Entrance from the yard, a 2 cm doorstep; tram 3',
  },
}
