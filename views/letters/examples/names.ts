import type { Localised } from '../../../db/languages.ts'

/** Where the examples take place: a town and people that there are none of. */
export const titles = {
  meeting: {
    lv: 'Vakars uz jumta',
    en: 'An evening on the roof',
    ru: 'Вечер на крыше',
    uk: 'Вечір на даху',
  },
  other: { lv: 'Rīts pie upes', en: 'A morning by the river', ru: 'Утро у реки', uk: 'Ранок біля річки' },
  place: { lv: 'Mākoņu bibliotēka', en: 'The Cloud Library', ru: 'Облачная библиотека', uk: 'Хмарна бібліотека' },
  oldPlace: { lv: 'Vecā depo', en: 'The Old Depot', ru: 'Старое депо', uk: 'Старе депо' },
  slot: {
    lv: 'Kā mēs izkrāsojām tiltu',
    en: 'How we painted the bridge',
    ru: 'Как мы раскрасили мост',
    uk: 'Як ми розфарбували міст',
  },
  workshop: {
    lv: 'Plakātu darbnīca',
    en: 'A workshop of posters',
    ru: 'Мастерская плакатов',
    uk: 'Майстерня плакатів',
  },
  secondWorkshop: { lv: 'Radio stunda', en: 'An hour of radio', ru: 'Час радио', uk: 'Година радіо' },
  call: {
    lv: 'Pastāsti savu stāstu',
    en: 'Tell your story',
    ru: 'Расскажи свою историю',
    uk: 'Розкажи свою історію',
  },
  room: { lv: 'Lielā zāle', en: 'The big hall', ru: 'Большой зал', uk: 'Велика зала' },
} as const satisfies Record<string, Localised>

export const message = {
  subject: {
    lv: 'Paņem līdzi siltu jaku',
    en: 'Bring a warm jacket',
    ru: 'Возьми тёплую куртку',
    uk: 'Візьми теплу куртку',
  },
  text: {
    lv: 'Čau! Uz jumta pūš vējš, tāpēc paņem līdzi siltu jaku. Tēja būs!',
    en: 'Hi! It is windy on the roof, so bring a warm jacket. There will be tea!',
    ru: 'Привет! На крыше ветрено, так что возьми тёплую куртку. Чай будет!',
    uk: 'Привіт! На даху вітряно, тож візьми теплу куртку. Чай буде!',
  },
} as const satisfies Record<string, Localised>

export const idea = {
  text: 'Kad parkā būs apgaismojums?',
  answer: {
    lv: 'Līdz oktobrim: laternas ir pasūtītas.',
    en: 'By October: the lamps are ordered.',
    ru: 'К октябрю: фонари заказаны.',
    uk: 'До жовтня: ліхтарі замовлено.',
  },
} as const satisfies { text: string; answer: Localised }

export const address = 'Mākoņu iela 7, Vējupils'

export const people = {
  young: 'Elza Paraudziņa',
  speaker: 'Rūdis Paraugs',
  group: 'Vējrādis',
  colleague: 'Dace Piemēre',
  school: '8.b',
}
