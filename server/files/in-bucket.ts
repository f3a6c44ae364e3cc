import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { S3mini } from 's3mini'
import type { S3Place } from '../s3-place.ts'
import { FilesAway } from './away.ts'
import { isOwnName } from './own-name.ts'
import type { FileStore } from './store.ts'

/** In milliseconds, until it answers: a file of 30 MB takes its time on the way there. */
const patience = { asked: 15_000, sent: 120_000 }

/** Files in a bucket that several servers share, under the same names as in folders. Throws `FilesAway`. */
export function filesInBucket(
  { endpoint, folder: prefix, ...keys }: S3Place,
  dataDir: string,
  wait = patience,
): FileStore {
  const s3 = new S3mini({ endpoint, ...keys, fetch: (to, asked) => answered(to, asked, wait) })
  return {
    dataDir,
    isShared: true,
    async put(file, key) {
      const bytes = await openAsBlob(file)
      await orAway(s3.putObject(prefix + key, bytes, 'application/octet-stream'))
    },
    async read(key) {
      const found = await orAway(s3.getObjectResponse(prefix + key))
      if (!found) return null
      const [size, changed] = [found.headers.get('content-length'), found.headers.get('last-modified')]
      if (!found.body || !size || !changed) throw new FilesAway('It does not say how large a file is, or how old.')
      return { size: Number(size), changedAt: instantOf(new Date(changed)), bytes: streamOf(found.body) }
    },
    async remove(key) {
      await orAway(s3.deleteObject(prefix + key))
    },
    async list(folder) {
      const found = await orAway(s3.listObjects('/', `${prefix}${folder}/`))
      if (!found) throw new FilesAway('There is no such bucket.')
      const name = (key: string) => key.slice(`${prefix}${folder}/`.length)
      return found
        .map(({ Key, LastModified }) => ({ name: name(Key), changedAt: instantOf(LastModified) }))
        .filter((file) => isOwnName(file.name))
    },
  }
}

/** What is then read may take as long as whoever reads it; where nothing more comes, Node gives up after five minutes. */
async function answered(to: RequestInfo | URL, asked: RequestInit = {}, wait: typeof patience): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), asked.method === 'PUT' ? wait.sent : wait.asked)
  // As it is kept: what is packed on the way has another size than it says.
  const headers = new Headers(asked.headers)
  headers.set('accept-encoding', 'identity')
  return await fetch(to, { ...asked, headers, signal: late.signal }).finally(() => clearTimeout(timer))
}

async function orAway<T>(asked: Promise<T>): Promise<T> {
  return await asked.catch((cause) => {
    throw new FilesAway('It does not answer, or refuses us.', { cause })
  })
}

/** The same thing, for which browsers and Node have a type each. */
function streamOf(body: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(body as NodeStream<Uint8Array>)
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}
