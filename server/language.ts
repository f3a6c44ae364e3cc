import type { FastifyRequest } from 'fastify'
import type { Locale } from '../db/languages.ts'
import { isLocale } from '../db/languages.ts'
import { type Say, say } from '../views/say.ts'

/** The reader's language: what they just chose, what they chose before, what their browser asks for; else Latvian. */
export function languageOf(request: FastifyRequest): Locale {
  const chosen = chosenLanguage(request) ?? request.cookies['__Host-lang'] ?? request.cookies.lang
  return isLocale(chosen) ? chosen : (preferred(request.headers['accept-language'] ?? '') ?? 'lv')
}

export function chosenLanguage(request: FastifyRequest): Locale | undefined {
  if (!request.url.includes('lang=')) return undefined
  const chosen = new URLSearchParams(request.url.split('?')[1]).get('lang')
  return isLocale(chosen) ? chosen : undefined
}

export function sayTo(request: FastifyRequest): Say {
  return say(languageOf(request))
}

/** What browsers ask for, by what they say: the same few headers come with every request. */
const preferences = new Map<string, Locale | undefined>()
const most = 500
/** Signs; of a browser's, with all of its languages. */
const longest = 200

function preferred(header: string): Locale | undefined {
  if (header.length > longest) return highest(header)
  if (!preferences.has(header)) {
    if (preferences.size >= most) preferences.clear()
    preferences.set(header, highest(header))
  }
  return preferences.get(header)
}

/** RFC 9110 12.5.4, without the subtleties: the highest weighted language that we speak. */
function highest(header: string): Locale | undefined {
  const ranges = header.split(',').map((part) => {
    const [tag = '', weight] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/)
    return { locale: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale)
    .find(isLocale)
}
