import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../db/languages.ts'
import en from './locales/en.json' with { type: 'json' }
import lv from './locales/lv.json' with { type: 'json' }
import ru from './locales/ru.json' with { type: 'json' }
import uk from './locales/uk.json' with { type: 'json' }

export type MessageKey = keyof typeof en
export type MessageValues = Record<string, string | number>

/** Says a catalogue's message in one language. Its values are plain text: escape the result, as `html` does. */
export type Say = { (key: MessageKey, values?: MessageValues): string; locale: Locale }

const catalogues: Record<Locale, Record<string, string>> = { en, lv, ru, uk }
const voices = new Map<Locale, Say>()

export function say(locale: Locale): Say {
  return voices.get(locale) ?? voice(locale)
}

export function isMessageKey(key: string): key is MessageKey {
  return key in en
}

/** A catalogue's message as it is kept: in ICU's syntax. */
export function usualMessage(locale: Locale, key: MessageKey): string {
  return catalogues[locale][key] ?? en[key]
}

function voice(locale: Locale): Say {
  const parsed = new Map<string, IntlMessageFormat | string>()
  const spoken = (key: MessageKey, values?: MessageValues) => {
    const message = parsed.get(key) ?? parse(locale, key)
    parsed.set(key, message)
    return typeof message === 'string' ? message : String(message.format(values))
  }
  const made = Object.assign(spoken, { locale })
  voices.set(locale, made)
  return made
}

/** Messages without placeholders stay plain strings: most are, and formatting costs. */
function parse(locale: Locale, key: MessageKey): IntlMessageFormat | string {
  const message = usualMessage(locale, key)
  return /[{'#<]/.test(message) ? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }) : message
}
