import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { S3mini } from 's3mini'
import { Unopenable } from '../../db/unopenable.ts'
import type { S3Place } from '../s3-place.ts'
import { refuseUnlessSame, type Store, withWritten } from './store.ts'
import { sendingFolder } from './torn.ts'

/** A store elsewhere. What goes there is first written into `workFolder`, since S3 wants to know how much will come. */
export function s3Store({ endpoint, folder, ...keys }: S3Place, workFolder: string): Store {
  const s3 = new S3mini({ endpoint, ...keys })
  const read = async (name: string) => (await s3.getObjectResponse(folder + name))?.body ?? null
  return {
    async put(name, bytes) {
      if (await s3.objectExists(folder + name)) throw new Unopenable(`${name} is there already.`)
      const work = await sendingFolder(workFolder)
      try {
        await withWritten(join(work, basename(name)), bytes, async (file, sum) => {
          await s3.putAnyObject(folder + name, await openAsBlob(file), 'application/octet-stream')
          await refuseUnlessSame((await read(name)) ?? nothing(), sum, name)
        })
      } finally {
        await rm(work, { recursive: true, force: true })
      }
    },
    read,
    names: async () => ((await s3.listObjects('/', folder)) ?? []).map(({ Key }) => Key.slice(folder.length)),
    remove: async (name) => {
      await s3.deleteObject(folder + name)
    },
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
