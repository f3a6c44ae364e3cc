import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { answerFiles, materials, photos, slides } from '../../db/schema.ts'
import { putBytes } from '../../server/files/store.ts'
import { sandboxed } from '../../server/headers.ts'
import { forgetMaterials } from '../../server/materials/forget.ts'
import { sweepPhotos } from '../../server/photos/sweep.ts'
import { sweepLogos } from '../../server/projects/sweep-logos.ts'
import { sweepAnswers } from '../../server/questions/sweep.ts'
import { picturesIn } from '../../server/report/pictures.ts'
import { reportTold } from '../../server/report/told.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { forgetSlides } from '../../server/slides/forget.ts'
import { sweepSlides } from '../../server/slides/sweep.ts'
import { sweepPictures } from '../../server/speakers/sweep-pictures.ts'
import { pdf, photo } from '../slides/papers.ts'
import { now } from '../world.ts'
import { desk, material, places, senders, settings } from './cast.ts'

describe.each(places)('%s', (_, env) => {
  test('slides are handed in, read as they were, replaced and removed, and nothing is left of them', async () => {
    const { bats, db, send, get, post, names } = await senders(await env())
    const own = `/speaker/${bats.token}/slots/${bats.slot.id}/slides`
    expect((await send(own, 'file', pdf())).statusCode).toBe(303)
    const [row] = await db.select().from(slides)
    const read = await get(`/slides/${row?.id}`)
    expect(read.rawPayload).toEqual(pdf())
    expect(read.headers).toMatchObject({
      'content-disposition': `attachment; filename="slides.pdf"; filename*=UTF-8''sent.pdf`,
      'content-length': String(pdf().length),
      'content-security-policy': sandboxed,
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      etag: `"${row?.id}"`,
    })
    expect((await get(`/slides/${row?.id}`, { 'if-none-match': `"${row?.id}"` })).statusCode).toBe(304)
    await send(own, 'file', pdf())
    expect(await names('slides')).toEqual([row?.id])
    await send(own, 'file', pdf('Another'), { replaces: row?.id ?? '' })
    const [newer, ...others] = await db.select().from(slides)
    expect([others, await names('slides')]).toEqual([[], [newer?.id]])
    expect((await get(`/slides/${row?.id}`)).statusCode).toBe(404)
    await post(`/speaker/${bats.token}/slides/${newer?.id}/remove`)
    expect(await names('slides')).toEqual([])
  })

  test('a photo is drawn anew in all its widths, shown, and gone when it is taken down', async () => {
    const { db, send, get, post, names } = await senders(await env())
    const exif = { IFD0: { Artist: 'Elza Ozola' } }
    const large = await sharp(await photo('jpeg', 1000))
      .withExif(exif)
      .jpeg()
      .toBuffer()
    expect((await send(`${desk}/photos/add`, 'photos', large)).statusCode).toBe(303)
    const [row] = await db.select().from(photos)
    expect(await names('photos')).toEqual([1000, 480, 960].map((width) => `${row?.id}-${width}.webp`))
    const shown = await get(`/photos/${row?.id}-480`)
    expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'content-security-policy': sandboxed })
    const { width, format, exif: hidden } = await sharp(shown.rawPayload).metadata()
    expect([width, format, hidden]).toEqual([480, 'webp', undefined])
    await post(`${desk}/photos/${row?.id}/take-down`)
    expect([(await get(`/photos/${row?.id}-480`)).statusCode, await names('photos')]).toEqual([404, []])
  })

  test('a logo and a speaker’s picture are shown and removed', async () => {
    const { bats, send, get, post, names } = await senders(await env())
    await send(`${settings}/logos`, 'picture', await photo('png'), { 'alt.lv': 'Pilsēta', 'alt.en': 'City' })
    const [logo = ''] = await names('logos')
    const shown = await get(`/logos/${logo}`)
    expect(shown.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(shown.headers['content-length']).toBe(String(shown.rawPayload.length))
    await post(`${settings}/logos/remove`, { id: logo.replace('.webp', '') })
    const picture = `/speaker/${bats.token}/picture`
    await send(picture, 'picture', await photo())
    const [first = ''] = await names('speakers')
    expect(await sharp((await get(picture)).rawPayload).metadata()).toMatchObject({ format: 'webp' })
    await send(picture, 'picture', await photo('png'))
    expect(await names('speakers')).toEqual([expect.not.stringContaining(first)])
    await post(`${picture}/remove`)
    expect([await names('logos'), await names('speakers')]).toEqual([[], []])
  })

  test('a material is added, published for everybody and removed', async () => {
    const { app, db, send, post, names } = await senders(await env())
    expect((await send(`${desk}/materials`, 'file', pdf(), material)).statusCode).toBe(303)
    const [row] = await db.select().from(materials)
    await post(`${desk}/materials/${row?.id}/publish`)
    const read = await app.inject(`/materials/${row?.id}`)
    expect([read.statusCode, read.rawPayload, read.headers['x-content-type-options']]).toEqual([200, pdf(), 'nosniff'])
    await post(`${desk}/materials/${row?.id}/remove`)
    expect(await names('materials')).toEqual([])
  })

  test('a file that answers a question is in what its sender takes along, and goes when they are erased', async () => {
    const { db, answer, token, send, get, post, names } = await senders(await env())
    expect((await send(answer, 'file', pdf())).statusCode).toBe(303)
    const [row] = await db.select().from(answerFiles)
    expect((await get(answer)).rawPayload).toEqual(pdf())
    expect((await get(`/mine/${token}/data.json`)).json().files).toMatchObject([{ name: 'sent.pdf' }])
    expect(await names('answers')).toEqual([row?.id])
    await post(`/mine/${token}/data/erase`)
    expect(await names('answers')).toEqual([])
  })

  test('the report has the logos', async () => {
    const { db, project, files, send } = await senders(await env())
    await send(`${settings}/logos`, 'picture', await photo('png'), { 'alt.lv': 'Pilsēta', 'alt.en': 'City' })
    const drawn = await picturesIn(files, await reportTold(db, project, now))
    expect([...drawn.values()].map(({ type }) => type)).toEqual(['png'])
  })

  test('what is forgotten goes with its files', async () => {
    const { db, kickoff, bats, answer, files, send, all } = await senders(await env())
    await send(answer, 'file', pdf())
    await send(`${desk}/materials`, 'file', pdf(), material)
    await send(`/speaker/${bats.token}/slots/${bats.slot.id}/slides`, 'file', pdf())
    expect(await all()).toHaveLength(3)
    const later = kickoff.endsAt.add({ hours: 24 * 90 })
    for (const forget of [forgetPeople, forgetMaterials, forgetSlides]) await forget(db, files, later)
    expect(await all()).toEqual([])
  })

  test('files that no row knows are swept: answers after two hours, all others two days after they are first seen', async () => {
    const { db, bats, files, send, all } = await senders(await env())
    await send(`/speaker/${bats.token}/slots/${bats.slot.id}/slides`, 'file', pdf())
    const [stays] = await all()
    const lost = ['logos/a.webp', 'speakers/a.webp', 'photos/a-480.webp', 'slides/a', 'answers/a'] as const
    for (const key of lost) await putBytes(files, key, 'lost')
    const sweep = async (hours: number) => {
      const at = Temporal.Now.instant().add({ hours })
      for (const one of [sweepLogos, sweepPictures, sweepPhotos, sweepSlides, sweepAnswers]) await one(db, files, at)
      return (await all()).filter((name) => !name.endsWith('.leaving')).sort()
    }
    expect(await sweep(1)).toEqual(['a', 'a', 'a-480.webp', 'a.webp', 'a.webp', stays].sort())
    expect(await sweep(48)).toEqual(['a', 'a-480.webp', 'a.webp', 'a.webp', stays].sort())
    expect(await sweep(50)).toEqual([stays])
    await sweep(51)
    expect(await all()).toEqual([stays])
  })
})
