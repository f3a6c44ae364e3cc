import type { Localised } from '../../db/languages.ts'

/** The groups that come to a city's youth meetings; each project changes them as it likes. */
export const defaultGroups: { name: Required<Localised>; adult?: true }[] = [
  { name: { en: 'Pupil', lv: 'Skolnieks vai skolniece', ru: 'Школьник или школьница', uk: 'Школяр або школярка' } },
  { name: { en: 'Student', lv: 'Students vai studente', ru: 'Студент или студентка', uk: 'Студент або студентка' } },
  {
    name: {
      en: 'Active volunteer',
      lv: 'Brīvprātīgais vai brīvprātīgā',
      ru: 'Волонтёр',
      uk: 'Волонтер або волонтерка',
    },
  },
  {
    name: {
      en: 'From a youth organisation',
      lv: 'No jauniešu organizācijas',
      ru: 'Из молодёжной организации',
      uk: 'З молодіжної організації',
    },
  },
  {
    name: {
      en: 'Young entrepreneur',
      lv: 'Jaunais uzņēmējs vai jaunā uzņēmēja',
      ru: 'Молодой предприниматель',
      uk: 'Молодий підприємець або підприємиця',
    },
  },
  {
    name: { en: 'Teacher', lv: 'Skolotājs vai skolotāja', ru: 'Учитель или учительница', uk: 'Учитель або вчителька' },
    adult: true,
  },
  {
    name: {
      en: 'Youth worker or youth-project coordinator',
      lv: 'Jaunatnes darbinieks vai projektu koordinators',
      ru: 'Молодёжный работник или координатор проектов',
      uk: 'Молодіжний працівник або координатор проєктів',
    },
    adult: true,
  },
  {
    name: {
      en: 'Career consultant',
      lv: 'Karjeras konsultants vai konsultante',
      ru: 'Консультант по карьере',
      uk: 'Кар’єрний консультант або консультантка',
    },
    adult: true,
  },
  { name: { en: 'From the university', lv: 'No universitātes', ru: 'Из университета', uk: 'З університету' } },
  {
    name: {
      en: 'From the education board',
      lv: 'No izglītības pārvaldes',
      ru: 'Из управления образования',
      uk: 'З управління освіти',
    },
    adult: true,
  },
  {
    name: { en: 'From the city council', lv: 'No pilsētas domes', ru: 'Из городской думы', uk: 'З міської ради' },
    adult: true,
  },
]
