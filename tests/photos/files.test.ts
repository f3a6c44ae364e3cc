import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { photos, projects } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { addPhoto as take } from '../../server/photos/add-photo.ts'
import { removePhotoFiles } from '../../server/photos/store.ts'
import { sweepPhotos } from '../../server/photos/sweep.ts'
import { now, testApp, world } from '../world.ts'
import { addPhoto, photoFilesIn } from './cast.ts'

async function darkroom() {
  const here = await world()
  const { dataDir } = (await testApp(here.db)).config
  const folder = join(dataDir, 'photos')
  await mkdir(folder, { recursive: true })
  const files = async () => (await readdir(folder)).sort()
  const where = { project: here.project, meeting: here.kickoff, by: here.owner }
  const sweep = (hours: number) => sweepPhotos(here.db, filesInFolder(dataDir), now.add({ hours }))
  const write = (deed: Parameters<typeof here.db.transact>[0]) => here.db.transact(deed, { touches: 'everything' })
  return { ...here, dataDir, folder, files, where, sweep, write }
}

async function noise(): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 1600 * 1200 * 3 }, (_, at) => (at * 7919) % 251))
  return await sharp(raw, { raw: { width: 1600, height: 1200, channels: 3 } })
    .jpeg()
    .toBuffer()
}

test('of a photo that breaks off, or whose project was closed meanwhile, no file stays', async () => {
  const { db, dataDir, folder, files, where, project, write } = await darkroom()
  const whole = await noise()
  for (const [bytes, hash] of [
    [whole.subarray(0, whole.length * 0.9), 'torn'],
    [whole, 'late'],
  ] as const) {
    const path = join(folder, 'sent.new')
    await writeFile(path, bytes)
    const added = take(db, filesInFolder(dataDir), where, { path, name: 'a.jpg', hash }, now)
    if (hash === 'torn') expect(await added).toBe('album.problem-kind')
    else await expect(added).rejects.toThrow()
    expect(await files()).toEqual(['sent.new'])
    await write((tx) => tx.update(projects).set({ archivedAt: now }).where(eq(projects.id, project.id)))
  }
})

test('a photo that is taken down while the same one comes in again leaves no file', async () => {
  const { db, dataDir, folder, files, where, write } = await darkroom()
  const path = join(folder, 'sent.new')
  await writeFile(path, await noise())
  const again = () => take(db, filesInFolder(dataDir), where, { path, name: 'a.jpg', hash: 'same' }, now)
  await again()
  const [photo] = await db.select().from(photos)
  if (!photo) throw new Error('no photo')
  expect(await files()).toHaveLength(5)
  await removePhotoFiles(filesInFolder(dataDir), photo)
  await write((tx) => tx.delete(photos))
  const coming = again()
  await write((tx) => tx.insert(photos).values({ ...photo, takenDownAt: now }))
  expect([await coming, await files()]).toEqual(['album.problem-taken-down', ['sent.new']])
})

test('files of photos that are gone leave after two days, those of one that was taken down at once', async () => {
  const { db, dataDir, kickoff, folder, files, sweep, write } = await darkroom()
  const [stays, down, gone] = [await addPhoto(db, kickoff), await addPhoto(db, kickoff), await addPhoto(db, kickoff)]
  await photoFilesIn(dataDir, [stays, down, gone])
  for (const name of ['half.new', 'half.new.480.new']) {
    await writeFile(join(folder, name), 'half')
    await utimes(join(folder, name), new Date(0), new Date(0))
  }
  await write((tx) => tx.update(photos).set({ takenDownAt: now }).where(eq(photos.id, down.id)))
  await write((tx) => tx.delete(photos).where(eq(photos.id, gone.id)))
  const of = ({ id }: { id: string }) => [`${id}-480.webp`, `${id}-960.webp`]
  await sweep(0)
  await sweep(47)
  expect(await files()).toEqual([...of(stays), ...of(gone), ...of(gone).map((name) => `${name}.leaving`)].sort())
  await sweep(49)
  await sweep(50)
  expect(await files()).toEqual(of(stays))
})
