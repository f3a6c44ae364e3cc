import type { Localised } from '../languages.ts'

/** The eleven groups that came to the meetings; also for those who read the site in Russian or Ukrainian. */
export const groups: Required<Localised>[] = [
  { lv: 'Skolnieks vai skolniece', en: 'Pupil', ru: 'Школьник или школьница', uk: 'Школяр або школярка' },
  { lv: 'Students vai studente', en: 'Student', ru: 'Студент или студентка', uk: 'Студент або студентка' },
  { lv: 'Brīvprātīgais vai brīvprātīgā', en: 'Active volunteer', ru: 'Волонтёр', uk: 'Волонтер або волонтерка' },
  {
    lv: 'No jauniešu organizācijas',
    en: 'From a youth organisation',
    ru: 'Из молодёжной организации',
    uk: 'З молодіжної організації',
  },
  {
    lv: 'Jaunais uzņēmējs vai jaunā uzņēmēja',
    en: 'Young entrepreneur',
    ru: 'Молодой предприниматель',
    uk: 'Молодий підприємець або підприємиця',
  },
  { lv: 'Skolotājs vai skolotāja', en: 'Teacher', ru: 'Учитель или учительница', uk: 'Учитель або вчителька' },
  {
    lv: 'Karjeras konsultants vai konsultante',
    en: 'Career consultant',
    ru: 'Консультант по карьере',
    uk: 'Кар’єрний консультант або консультантка',
  },
  {
    lv: 'Jauniešu projektu koordinators vai koordinatore',
    en: 'Youth-project coordinator',
    ru: 'Координатор молодёжных проектов',
    uk: 'Координатор або координаторка молодіжних проєктів',
  },
  {
    lv: 'No Daugavpils Universitātes',
    en: 'From Daugavpils University',
    ru: 'Из Даугавпилсского университета',
    uk: 'З Даугавпілського університету',
  },
  {
    lv: 'No izglītības pārvaldes',
    en: 'From the education board',
    ru: 'Из управления образования',
    uk: 'З управління освіти',
  },
  { lv: 'No pilsētas domes', en: 'From the city council', ru: 'Из городской думы', uk: 'З міської ради' },
]
