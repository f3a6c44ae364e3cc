/** Text with line breaks, without what a calendar file may not carry (RFC 5545 3.1) or what some take for a line's end. */
export function paragraphs(text: string): string {
  if (!unwanted.test(text)) return text.trim()
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Control}\p{Surrogate}]/gu, '')
    .trim()
}

/** Most texts hold none of it, and one look is cheaper than three replacements. */
const unwanted = /[^\n\P{Control}]|[\p{Surrogate}\u2028\u2029]/u

export function oneLine(text: string): string {
  return paragraphs(text).replace(/\s*\n\s*/g, ' ')
}

/** Addresses are not TEXT: a backslash before `,` or `;` would become part of the link (RFC 5545 3.3.13). */
export function uri(address: string): string {
  return oneLine(address).replace(/[,;\\ ]/g, (sign) => encodeURIComponent(sign))
}

/** For the calendar's own properties, which ical-generator writes as they are. */
export function escapedLine(text: string): string {
  return oneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`)
}
