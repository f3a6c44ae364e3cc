import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wording } from '../../db/schema.ts'
import { answers, wordings } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { readForm } from '../../server/forms.ts'
import { answersForm } from '../../server/questions/answer-form.ts'
import { answerQuestions } from '../../server/questions/answer-questions.ts'
import { answerValue } from '../../server/questions/answer-value.ts'
import { countsOf } from '../../server/questions/counts.ts'
import { editQuestion } from '../../server/questions/edit-question.ts'
import { moveQuestion } from '../../server/questions/move-question.ts'
import { answersOfComers, questionsOf } from '../../server/questions/queries.ts'
import { bringBackQuestion, deleteQuestion, retireQuestion } from '../../server/questions/retire-question.ts'
import { Refusal } from '../../server/refusal.ts'
import { register } from '../../server/registrations/register.ts'
import { answerText } from '../../views/questions/answer-text.ts'
import { say } from '../../views/say.ts'
import { now, world } from '../world.ts'
import { ask, input } from './cast.ts'

const colours = ['Red', 'Green', 'Blue', 'Yellow']

const step = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    who: fc.nat(2),
    question: fc.nat(2),
    option: fc.nat(3),
    old: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('edit' as const),
    question: fc.nat(2),
    label: fc.nat(5),
    names: fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }),
  }),
  fc.record({ do: fc.constantFrom('up' as const, 'down' as const), question: fc.nat(2) }),
  fc.record({ do: fc.constantFrom('retire' as const, 'bring-back' as const, 'delete' as const), question: fc.nat(2) }),
)

test('whatever is edited, no answer is lost or re-labelled: it reads as it did on the day it was given', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const here = await world()
      const { db, project, kickoff, owner } = here
      const where = { project, meeting: kickoff }
      const people = []
      for (const name of ['Noor', 'Sami', 'Līga']) {
        const person = {
          name,
          email: `${name}@example.org`.replace('ī', 'i'),
          groupId: here.pupils.id,
          locale: 'en' as const,
        }
        people.push((await register(db, project, kickoff, person, now)).registration)
      }
      const ids: string[] = []
      for (const i of [0, 1, 2]) ids.push((await ask(here, 'choice', `Q${i}`)).question.id)
      /** What each said, as they saw it. */
      const meant = new Map<string, string>()
      const seen = new Map<string, Wording>()

      for (const one of steps) {
        const id = ids[one.question] ?? ''
        const asked = (await questionsOf(db, kickoff)).find(({ question }) => question.id === id)
        if (!asked) continue
        if (one.do === 'answer') {
          const who = people[one.who]
          if (!who || asked.question.retiredAt) continue
          // A form may have been open since the question was first put.
          const shown = one.old ? (seen.get(id) ?? asked.wording) : asked.wording
          seen.set(id, shown)
          const option = shown.options[one.option % shown.options.length]
          const body = { [`worded.${id}`]: shown.id, [`answers.${id}`]: option?.id ?? '' }
          const { values } = readForm(answersForm([asked]), body)
          await answerQuestions(db, filesInFolder(''), { ...where, registration: who }, values?.answers ?? [], now)
          meant.set(`${who.id} ${id}`, `${shown.label.lv}: ${option?.label.lv}`)
        } else await organise(one, id)

        for (const row of await db.select().from(answers)) {
          const [wording] = (await db.select().from(wordings)).filter((put) => put.id === row.wordingId)
          if (!wording) throw new Error('an answer without its words')
          const read = `${wording.label.lv}: ${answerText(say('lv'), ['lv'], wording, answerValue(row))}`
          expect(read).toBe(meant.get(`${row.registrationId} ${row.questionId}`))
        }
        expect((await db.select().from(answers)).length).toBe(meant.size)
      }
      await countedAll()

      async function organise(one: Exclude<(typeof steps)[number], { do: 'answer' }>, id: string) {
        const asked = (await questionsOf(db, kickoff)).find(({ question }) => question.id === id)
        try {
          if (one.do === 'edit') {
            const options = one.names.map((name, i) => {
              const known = asked?.wording.options[i]?.id ?? `new-${name}-${i}`
              return { id: known, label: { lv: colours[name] ?? '' } }
            })
            await editQuestion(db, where, { id }, input(`L${one.label}`, { options }), owner, now)
          } else if (one.do === 'up' || one.do === 'down') await moveQuestion(db, where, { id }, one.do, owner, now)
          else
            await { retire: retireQuestion, 'bring-back': bringBackQuestion, delete: deleteQuestion }[one.do](
              db,
              where,
              { id },
              owner,
              now,
            )
        } catch (refused) {
          if (!(refused instanceof Refusal)) throw refused
        }
      }

      async function countedAll() {
        const all = await answersOfComers(db, kickoff)
        for (const asked of await questionsOf(db, kickoff)) {
          const lines = countsOf(asked, all.get(asked.question.id) ?? [])
          const said = [...meant]
            .filter(([key]) => key.endsWith(asked.question.id))
            .map(([, text]) => text.split(': ')[1])
          for (const colour of colours) {
            const counted = lines
              .filter(({ label }) => label?.lv === colour)
              .reduce((sum, { people }) => sum + people, 0)
            expect([colour, counted]).toEqual([colour, said.filter((one) => one === colour).length])
          }
        }
      }
    }),
    { numRuns: 25 },
  )
})
