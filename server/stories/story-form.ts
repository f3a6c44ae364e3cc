import { z } from 'zod'
import { type Locale, locales } from '../../db/languages.ts'
import type { Call, SlotType, Story, StorySpeaker } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import { checkbox, choice, emailAddress, optionalLine, paragraph } from '../fields.ts'
import { isOwnAddress } from '../guardians/rules.ts'
import { addresses, type CoSpeakers } from './co-speakers.ts'
import { asked } from './questions.ts'

/** What is told, and who tells it, as its proposer says. */
export type Told = Pick<Story, 'title' | 'abstract' | 'language' | 'type' | 'wishes' | 'answers'>
export type Teller = Pick<StorySpeaker, 'kind' | 'name' | 'bio' | 'minor' | 'guardianEmail'>
export type Typed = { story: Told; teller: Teller }
export type Proposal = Typed & { email: string; locale: Locale; coSpeakers: CoSpeakers }

/** Whether a story may still be incomplete. */
export type Deed = 'save' | 'hand-in'

/** A new story: the proposer's address is all that a draft needs, for that is where the link goes. */
export function proposalForm(call: Call, locale: Locale, deed: Deed) {
  return z
    .object({ ...fields(call, locale, null), email: emailAddress(), coSpeakers: addresses() })
    .transform(({ email, coSpeakers, ...said }, context): Proposal => {
      return { ...whole(call, said, deed, email, context), email, locale, coSpeakers }
    })
}

/** A story that exists already; of a type, perhaps, that is not asked for any more. `seen`: what its form was made from. */
export function storyForm(call: Call, { language, type }: Story, email: string, deed: Deed) {
  return z
    .object({ ...fields(call, language, type), seen: optionalLine(60) })
    .transform(({ seen, ...said }, context) => ({ ...whole(call, said, deed, email, context), seen }))
}

/** Somebody who joins says who they are. */
export function tellerForm(email: string) {
  return z.object(tellerFields()).transform((said, context): Teller => wholeTeller(said, 'hand-in', email, context))
}

/** Those asked to tell it too. */
export function coSpeakersForm() {
  return z.object({ coSpeakers: addresses() })
}

function fields(call: Call, language: Locale, type: SlotType | null) {
  const types = type && !call.types.includes(type) ? [...call.types, type] : call.types
  const answers = Object.fromEntries(asked(call).map(({ id }) => [id, paragraph(1000)]))
  return {
    title: optionalLine(150),
    abstract: paragraph(3000),
    language: choice(locales).catch(language),
    type: z.preprocess((typed) => typed || types[0], choice(types)),
    wishes: paragraph(1000),
    answers: z.object(answers).prefault({}),
    ...tellerFields(),
  }
}

function tellerFields() {
  return {
    kind: choice(['person', 'group']).catch('person'),
    name: optionalLine(120),
    bio: paragraph(1000),
    minor: checkbox(),
    guardianEmail: z.literal('').or(emailAddress()).default(''),
  }
}

type Said = z.output<z.ZodObject<ReturnType<typeof fields>>>
type SaidTeller = z.output<z.ZodObject<ReturnType<typeof tellerFields>>>

function whole(call: Call, said: Said, deed: Deed, email: string, context: z.RefinementCtx): Typed {
  const { title, abstract, language, type, wishes, answers, ...teller } = said
  if (deed === 'hand-in') {
    if (!title) complain(context, ['title'], 'problem.required')
    if (!abstract) complain(context, ['abstract'], 'problem.required')
    for (const { id, required } of asked(call))
      if (required && !answers[id]) complain(context, ['answers', id], 'problem.required')
  }
  const story = { title, abstract, language, type, wishes, answers: { ...answers } }
  return { story, teller: wholeTeller(teller, deed, email, context) }
}

function wholeTeller(
  { guardianEmail, ...said }: SaidTeller,
  deed: Deed,
  email: string,
  context: z.RefinementCtx,
): Teller {
  if (deed === 'hand-in' && !said.name) complain(context, ['name'], 'problem.required')
  if (deed === 'hand-in' && said.minor && !guardianEmail) complain(context, ['guardianEmail'], 'problem.required')
  if (said.minor && guardianEmail && isOwnAddress(guardianEmail, email))
    complain(context, ['guardianEmail'], 'guardian.problem-own')
  return { ...said, guardianEmail: said.minor && guardianEmail ? guardianEmail : null }
}
