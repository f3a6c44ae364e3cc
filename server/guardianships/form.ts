import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { PhotoChannel } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import type { PhotoWord } from '../consents/say-consent.ts'
import { choice, optionalLine } from '../fields.ts'

const says = (key: MessageKey): MessageKey => key

/** What a guardian answers: to the attendance `agree` or `no`, and to photos alone `photos`. */
export type GuardianSaid = {
  answer: 'agree' | 'no' | 'photos'
  signedBy: string
  photos: PhotoWord[]
  photosText: string
}

/** And in which language they were asked. */
export type GuardianAnswer = GuardianSaid & { locale: Locale }

const fields = z.object({
  answer: choice(['agree', 'no', 'photos']),
  signedBy: optionalLine(100),
  photos: z.record(z.string(), z.string()).catch({}).default({}),
  photosText: optionalLine(60),
})

/** A yes is signed, unless they have signed before; a no needs nothing but its button. */
export function guardianForm(channels: readonly PhotoChannel[], hasSigned: boolean): z.ZodType<GuardianSaid> {
  return fields
    .transform(({ photos, ...said }) => ({
      ...said,
      photos: channels.map((channel) => ({ channel, agreed: Boolean(photos[channel]) })),
    }))
    .refine((said) => !isYes(said) || hasSigned || /\p{L}/u.test(said.signedBy), {
      path: ['signedBy'],
      message: says('guardian.problem-signature'),
    })
}

function isYes({ answer, photos }: Pick<GuardianSaid, 'answer' | 'photos'>): boolean {
  return answer === 'agree' || (answer === 'photos' && photos.some(({ agreed }) => agreed))
}
