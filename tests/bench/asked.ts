const parts = [
  ...(['pages', 'cold', 'registration', 'commits', 'storm', 'feeds'] as const),
  ...(['letters', 'agenda', 'lists', 'addresses', 'start', 'volume'] as const),
] as const
export type Part = (typeof parts)[number]

/** `npm run bench -- registration letters` runs those alone, and leaves results.md as it is. */
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !parts.some((one) => one === name))
if (unknown) throw new Error(`The bench has no part ${unknown}; it has ${parts.join(', ')}.`)

export const isWhole = asked.length === 0

export function isAsked(...some: Part[]): boolean {
  return isWhole || some.some((one) => asked.includes(one))
}
