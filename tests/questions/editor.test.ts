import { expect, test } from 'vitest'
import { hasOptions, kinds } from '../../server/questions/kinds.ts'
import { questionsOf } from '../../server/questions/queries.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

const questions = '/organise/gen-y-city/kickoff/questions'

/** An organiser in front of the form. */
async function editor() {
  const here = await world()
  const app = await testApp(here.db)
  const headers = await signedInAs(here.db, here.organiser)
  const see = async (url: string) => await app.inject({ url, headers })
  const send = async (url: string, fields: Record<string, string>) => {
    const body = form(fields)
    return await app.inject({ method: 'POST', url, payload: body.payload, headers: { ...body.headers, ...headers } })
  }
  return { ...here, see, send }
}

test('organisers write a question on a form of its kind; what is wrong stands beside its field', async () => {
  const { send, see, ...here } = await editor()
  const wrong = await send(`${questions}?kind=choice`, { 'options.0.label.lv': 'Viss', keepDays: '31' })
  expect(wrong.statusCode).toBe(422)
  for (const field of ['label-lv', 'asked', 'keepDays']) expect(wrong.body).toContain(`href="#field-${field}"`)
  const right = {
    'label.lv': 'Ko ēd?',
    ...{
      'options.0.label.lv': 'Viss',
      'options.0.order': '2',
      'options.1.label.lv': 'Veģetāri',
      'options.1.order': '1',
    },
    ...{ asked: 'with-place', 'visibleTo.door': 'yes', keepDays: '5', required: 'yes' },
  }
  const one = await send(`${questions}?kind=choice`, { ...right, 'options.1.label.lv': '' })
  expect(one.body).toContain('href="#field-options"')
  expect((await send(`${questions}?kind=choice`, right)).statusCode).toBe(303)
  const [made] = await questionsOf(here.db, here.kickoff)
  expect(made?.question).toMatchObject({
    kind: 'choice',
    asked: 'with-place',
    visibleTo: ['door'],
    keepDays: 5,
    required: true,
  })
  expect(made?.wording.options.map(({ label }) => label.lv)).toEqual(['Veģetāri', 'Viss'])
  const page = await see(`${questions}?lang=en`)
  expect(page.body).toContain('Only once the place is sure')
  expect(page.body).toContain('<span lang="lv">Ko ēd?</span>')
  const edit = await see(`${questions}/${made?.question.id}?lang=en`)
  expect(edit.body).toContain(`value="${made?.wording.options[0]?.id}"`)
})

test('a new list of answers has room for five, so that nobody chooses from half of it', async () => {
  const { see } = await editor()
  const { body } = await see(`${questions}/new?kind=choice`)
  expect(body.match(/name="options\.\d\.label\.lv"/g)).toHaveLength(5)
})

test.each(kinds)('a question of the kind %s is made and changed with the fields that its form shows', async (kind) => {
  const { send, see, ...here } = await editor()
  const shown = (await see(`${questions}/new?kind=${kind}`)).body
  const options = { 'options.0.label.lv': 'Viens', 'options.1.label.lv': 'Otrs' }
  const typed = Object.entries({ 'label.lv': 'Jautājums', ...options, asked: 'at-sign-up' })
  const fields = Object.fromEntries(typed.filter(([name]) => shown.includes(`name="${name}"`)))
  expect((await send(`${questions}?kind=${kind}`, fields)).statusCode).toBe(303)
  const [made] = await questionsOf(here.db, here.kickoff)
  expect(made?.question).toMatchObject({ kind, asked: kind === 'file' ? 'with-place' : 'at-sign-up' })
  expect(made?.wording.options.map(({ label }) => label.lv)).toEqual(hasOptions(kind) ? ['Viens', 'Otrs'] : [])
  const changed = await send(`${questions}/${made?.question.id}`, { ...fields, 'label.lv': 'Cits' })
  expect(changed.statusCode).toBe(303)
  expect((await questionsOf(here.db, here.kickoff)).at(-1)?.wording.label).toEqual({ lv: 'Cits' })
})
