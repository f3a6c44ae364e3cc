import type { Meeting } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

export const door = '/organise/gen-y-city/kickoff/door'

/** Two are expected; the helper at this meeting's door asks and answers. */
export async function atTheDoor(details: Partial<Meeting> = {}) {
  const here = await world(details)
  const { db, project, kickoff, pupils } = here
  const team = await crew(here)
  for (const person of [liga, noor]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const app = await testApp(db)
  const as = async (who: { id: string }, address: string, fields?: Record<string, string>) => {
    const { headers, payload } = form(fields ?? {})
    const cookie = await signedInAs(db, who, app.clock.now)
    const url = `${door}${address}${address.includes('?') ? '&' : '?'}lang=en`
    if (!fields) return await app.inject({ url, headers: cookie })
    return await app.inject({ method: 'POST', url, headers: { ...headers, ...cookie }, payload })
  }
  const get = async (address: string) => await as(team.usher, address)
  const send = async (address: string, fields: Record<string, string>) => await as(team.usher, address, fields)
  return { ...here, ...team, app, as, get, send }
}
