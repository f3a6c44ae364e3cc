import { ageFields } from '../guardianships/age-fields.ts'
import type { Content } from '../html.ts'
import { friendFields } from '../parties/friends.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import { questionFields } from '../questions/question-fields.ts'
import type { Say } from '../say.ts'
import { emergencyFields } from './emergency-fields.ts'
import type { RegisterView } from './register.ts'

/** What a meeting asks beyond name, address and group, in the order it is asked. */
export function askedFields(
  say: Say,
  { project, meeting, further, questions }: RegisterView,
  form: FormState,
): Content[] {
  return [
    further && ageFields(say, further, form, paths.registerFurther(project, meeting)),
    questionFields(say, { project, asked: questions, seats: null, earlier: new Map() }, form),
    meeting.asksEmergencyContact ? emergencyFields(say, form) : null,
    meeting.friendsMost > 0 ? friendFields(say, { project, meeting }, form) : null,
  ]
}
