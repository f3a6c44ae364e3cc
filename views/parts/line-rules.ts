import type { Say } from '../say.ts'

/** How the waiting list moves, as far as it concerns somebody who waits in it with so many places. */
export function lineRules(say: Say, { seats, keepsPlaces }: { seats: number; keepsPlaces: boolean }): string[] {
  return [
    say('line.rule'),
    seats > 1 ? say('line.together', { seats }) : say('line.alone'),
    ...(keepsPlaces ? [say('line.kept')] : []),
  ]
}
