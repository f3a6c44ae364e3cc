import { createRequire } from 'node:module'
import { cleanUpWith, freshFolder } from '../database.ts'

type S3Server = { run(): Promise<{ port: number }>; close(): Promise<void> }
const S3rver: new (options: object) => S3Server = createRequire(import.meta.url)('@20minutes/s3rver')

/**
 * A store that speaks S3, on the loopback, with one bucket. It expects a list of what is there to be signed without the
 * slash that is sent, unlike every other: `strict`, it refuses that.
 */
export async function s3Server(how: 'lenient' | 'strict' = 'lenient') {
  const listening = { address: '127.0.0.1', port: 0, silent: true, directory: freshFolder() }
  const allowMismatchedSignatures = how === 'lenient'
  const server = new S3rver({ ...listening, allowMismatchedSignatures, configureBuckets: [{ name: 'kopa' }] })
  const { port } = await server.run()
  cleanUpWith(() => server.close())
  return `s3+http://S3RVER:S3RVER@127.0.0.1:${port}/kopa/city?region=us-east-1`
}
