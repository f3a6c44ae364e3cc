import { Refusal } from '../refusal.ts'
import { type CallFound, callState } from './call-state.ts'

/** Stories are written while their call is open; asked again inside every deed. */
export function refuseClosed(found: CallFound, now: Temporal.Instant): void {
  const state = callState(found, now)
  if (state !== 'open') throw new Refusal(`call.${state}`)
}
