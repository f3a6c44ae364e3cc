/** Markup that is safe to send: made by `html`, or vouched for by `trusted`. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[]

/** A template whose every value is escaped, unless it is itself `Html`. Attribute values must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let markup = strings[0] ?? ''
  values.forEach((value, i) => {
    markup += render(value) + strings[i + 1]
  })
  return new Html(markup)
}

/** For markup from a library that escapes by itself (Markdown with HTML off) or that we drew (posters, icons). */
export function trusted(markup: string): Html {
  return new Html(markup)
}

export function render(value: Content): string {
  if (value instanceof Html) return value.markup
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(render).join('')
  return ''
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text
}
