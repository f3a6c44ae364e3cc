import type { Both } from './shapes.ts'

export const partners: { name: Both; url: string; lead: boolean }[] = [
  {
    name: { lv: 'Poznaņas pašvaldība, Polija', en: 'Municipality of Poznań, Poland' },
    url: 'https://www.poznan.pl',
    lead: true,
  },
  { name: { lv: 'Daugavpils pilsētas dome', en: 'Daugavpils City Council' }, url: '', lead: false },
]

export const links: { label: Both; url: string }[] = [
  {
    label: { lv: 'Projekts vadošā partnera mājaslapā', en: 'The project at its lead partner' },
    url: 'https://www.poznan.pl',
  },
  {
    label: { lv: 'Gen-Y City programmas URBACT mājaslapā', en: 'Gen-Y City at the URBACT programme' },
    url: 'https://www.urbact.eu/genycity',
  },
  {
    label: { lv: 'Gen-Y City Facebook lapa', en: 'Gen-Y City on Facebook' },
    url: 'https://www.facebook.com/GenYCity',
  },
  { label: { lv: '@GenYCity vietnē Twitter', en: '@GenYCity on Twitter' }, url: 'https://twitter.com/GenYCity' },
]
