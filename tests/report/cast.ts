import { photos } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { ofAge, youngMeeting } from '../guardianships/cast.ts'
import { addPhoto, mark, openAlbum, photoFilesIn } from '../photos/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs } from '../world.ts'

export const report = '/organise/gen-y-city/report'

const shy = { name: 'Dzintra', email: 'dzintra@example.org', birthYear: '1999' }

/** A day after the first meeting, at which one story was told; Rūta agreed to all photos, Dzintra to none for the funder. */
export async function afterwards() {
  const here = await youngMeeting({ photoChannels: ['web', 'funder'] })
  const { db, project, kickoff, owner, app, signUp } = here
  await signUp({ ...ofAge, photosText: 'consent.text-1', 'photos.web': 'yes', 'photos.funder': 'yes' })
  await signUp({ ...shy, photosText: 'consent.text-1', 'photos.web': 'yes' })
  const { id: dayId } = await firstDay(db, kickoff)
  await addSlot(db, project, kickoff, story('Pilsēta un sikspārņi', { dayId }), owner, now)
  await releaseAgenda(db, project, kickoff, owner, now)
  const after = kickoff.endsAt.add({ hours: 24 })
  await openAlbum(db, kickoff, after)
  app.clock.now = after
  const cookie = { ...(await signedInAs(db, owner, after)), 'accept-language': 'en' }
  const see = async (url: string) => await app.inject({ url, headers: cookie })
  const send = async (url: string, fields: Record<string, string> = {}) => {
    const { headers, payload } = form(fields)
    return await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })
  }
  const [ruta, dzintra] = [await registrationBy(db, ofAge), await registrationBy(db, shy)]
  const photo = async (alt: string, who: { id: string }[] = []) => {
    const about = { people: who.length > 0 ? ('marked' as const) : ('nobody' as const), alt: { en: alt } }
    const made = await addPhoto(db, kickoff, { ...about, channels: ['funder'] })
    for (const { id } of who) await mark(db, made, { registrationId: id })
    await photoFilesIn(app.config.dataDir, await db.select().from(photos))
    return made
  }
  return { ...here, after, ruta, dzintra, see, send, photo }
}

/** A quote as a form sends it. */
export function quote(text: string, by: string, at = 0, agreed = 'yes'): Record<string, string> {
  const name = `quotes.${at}`
  return { [`${name}.order`]: '', [`${name}.text.en`]: text, [`${name}.by.en`]: by, [`${name}.agreed`]: agreed }
}
