import { z } from 'zod'
import type { Group, Meeting } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import { photoChannels } from '../consents/standing.ts'
import { checkbox, optionalLine, wholeNumber } from '../fields.ts'
import type { Typed } from '../forms.ts'
import type { Reserved } from './queries.ts'
import type { SignUpSettings } from './settings.ts'

const channels = z.record(z.string(), z.unknown()).catch({})

/** How a meeting's sign-up goes; at most as many places are kept for groups as there are. */
export function signUpForm({ capacity }: Pick<Meeting, 'capacity'>, groups: readonly Group[]) {
  return z
    .object({
      approval: checkbox(),
      friendsMost: wholeNumber(0, 10),
      takesClasses: checkbox(),
      asksAge: checkbox(),
      asksEmergencyContact: checkbox(),
      guardianDays: wholeNumber(1, 60),
      keepDays: wholeNumber(1, 365),
      photo: channels,
      reserved: z.object(Object.fromEntries(groups.map(({ id }) => [id, places(capacity)]))).prefault({}),
    })
    .transform(({ photo, reserved, ...settings }, context): SignUpSettings => {
      const kept = Object.values(reserved).reduce((sum, places) => sum + places, 0)
      if (kept > capacity) complain(context, ['reserved'], 'sign-up.too-many-reserved')
      return { ...settings, reserved, photoChannels: photoChannels.filter((channel) => photo[channel]) }
    })
}

/** What the form shows before anybody changes it. */
export function typedSignUp(meeting: Meeting, reserved: Reserved): Typed {
  const ticked = (name: string, isOn: boolean) => (isOn ? { [name]: 'yes' } : {})
  return {
    ...ticked('approval', meeting.approval),
    ...ticked('takesClasses', meeting.takesClasses),
    ...ticked('asksAge', meeting.asksAge),
    ...ticked('asksEmergencyContact', meeting.asksEmergencyContact),
    friendsMost: String(meeting.friendsMost),
    guardianDays: String(meeting.guardianDays),
    keepDays: String(meeting.keepDays),
    ...Object.fromEntries(meeting.photoChannels.map((channel) => [`photo.${channel}`, 'yes'])),
    ...Object.fromEntries(Object.entries(reserved).map(([groupId, places]) => [`reserved.${groupId}`, String(places)])),
  }
}

/** Left empty, none are kept. */
function places(capacity: number) {
  return optionalLine(10)
    .refine((text) => /^\d*$/.test(text), 'problem.number')
    .transform(Number)
    .pipe(z.number().max(capacity, 'problem.too-big'))
}
