const scenarios = ['page', 'feed', 'registration', 'letters', 'agenda', 'list', 'enumeration'] as const
export type Scenario = (typeof scenarios)[number]

/** `npm run bench -- registration letters` runs those alone, and leaves results.md as it is. */
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !scenarios.some((one) => one === name))
if (unknown) throw new Error(`The bench has no scenario ${unknown}; it has ${scenarios.join(', ')}.`)

export const isWhole = asked.length === 0

export function isAsked(...some: Scenario[]): boolean {
  return isWhole || some.some((one) => asked.includes(one))
}
