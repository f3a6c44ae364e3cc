import type { z } from 'zod'
import { slug } from './fields.ts'

/** As typed, else made from the title; what is wrong with it stands beside the field `slug`. */
export function slugOf(typed: string, title: string, reserved: readonly string[], context: z.RefinementCtx): string {
  const parsed = slug(reserved).safeParse(typed || slugFrom(title))
  if (parsed.success) return parsed.data
  for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message, path: ['slug'] })
  return ''
}

/** "Jauniešu stāsti!" becomes "jauniesu-stasti"; empty when no letter or digit is left. */
export function slugFrom(title: string): string {
  const letters = [...title.toLowerCase()].map((letter) => latin[letter] ?? letter).join('')
  const words = letters
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’ʼ]/g, '')
  const joined = words.replace(/[^a-z0-9]+/g, '-').slice(0, 60)
  return joined.replace(/^-+|-+$/g, '')
}

/** How letters that `normalize` cannot take apart are written in Latin ones, as passports do it. */
const latin: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    є: 'ie',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
  },
  ...{
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
  },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ß: 'ss', ø: 'o', ł: 'l', æ: 'ae' },
}
