import type { Both } from './shapes.ts'

export const hall: Both = { lv: 'Zāle', en: 'Hall' }
export const studio: Both = { lv: 'Studija', en: 'Studio' }
