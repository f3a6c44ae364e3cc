import { expect, test } from 'vitest'
import { groups } from '../../db/schema.ts'
import { freshProject } from '../../server/projects/queries.ts'
import { typedProject } from '../../server/projects/typed.ts'
import { form, signedInAs } from '../world.ts'
import { youngMeeting } from './cast.ts'

const settings = '/organise/gen-y-city/settings'

async function settling() {
  const here = await youngMeeting()
  const headers = await signedInAs(here.db, here.organiser)
  const post = async (url: string, fields: Record<string, string>) => {
    const sent = form(fields)
    const answered = await here.app.inject({ method: 'POST', url, ...sent, headers: { ...sent.headers, ...headers } })
    return answered.statusCode
  }
  const limits = async () => await freshProject(here.db, here.project)
  return { ...here, post, limits }
}

test('organisers set the two limits, between 6 and 25, the second never below the first', async () => {
  const { project, post, limits } = await settling()
  const set = (childAge: string, adultAge: string) => post(settings, { ...typedProject(project), childAge, adultAge })
  expect([await set('5', '18'), await set('13', '26'), await set('16', '15'), await set('x', '18')]).toEqual([
    ...[422, 422, 422, 422],
  ])
  expect(await limits()).toMatchObject({ childAge: 13, adultAge: 18 })
  expect(await set('16', '16')).toBe(303)
  expect(await limits()).toMatchObject({ childAge: 16, adultAge: 16 })
})

test('a form that does not speak of the limits leaves them as they are', async () => {
  const { project, post, limits } = await settling()
  const { childAge: _, adultAge: __, ...others } = typedProject({ ...project, childAge: 14 })
  expect(await post(settings, { ...others, number: 'KI-1' })).toBe(303)
  expect(await limits()).toMatchObject({ childAge: 13, adultAge: 18, number: 'KI-1' })
})

test('a group is marked as one of adults, and an emptied one still falls away', async () => {
  const { db, post, pupils, teachers } = await settling()
  const row = { 'groups.0.id': pupils.id, 'groups.0.name.lv': 'Vecāki', 'groups.0.adult': 'yes' }
  const emptied = { 'groups.1.id': teachers.id, 'groups.1.name.lv': '', 'groups.1.adult': 'yes' }
  expect(await post(`${settings}/groups`, { ...row, ...emptied })).toBe(303)
  const rows = (await db.select().from(groups)).filter(({ projectId }) => projectId === pupils.projectId)
  expect(rows.map(({ id, adult, retired }) => [id === pupils.id, adult, retired])).toEqual(
    expect.arrayContaining([
      [true, true, false],
      [false, true, true],
    ]),
  )
})
