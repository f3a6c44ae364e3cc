import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { Unopenable } from '../../db/unopenable.ts'
import { type BackupKey, isPublic, isSecret } from './key.ts'

/** age-encryption.org: the program `age` opens what is sealed here, too. */
const magic = 'age-encryption.org/v1'

export async function seal(bytes: AsyncIterable<Uint8Array>, key: BackupKey): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  if (isPublic(key)) encrypter.addRecipient(key)
  else if (isSecret(key)) encrypter.addRecipient(await identityToRecipient(key))
  else encrypter.setPassphrase(key)
  return await encrypter.encrypt(streamOf(bytes[Symbol.asyncIterator]()))
}

/** Passes on what is not sealed, and opens what is. Throws `Unopenable`, which `what` begins; on the way, age's own errors. */
export async function unseal(
  bytes: AsyncIterable<Uint8Array>,
  key: BackupKey | null,
  what: string,
): Promise<AsyncIterable<Uint8Array>> {
  const chunks = bytes[Symbol.asyncIterator]()
  const first = await chunks.next()
  const beginning: Uint8Array = first.done ? new Uint8Array() : first.value
  if (!Buffer.from(beginning).toString('latin1').startsWith(magic)) return startingWith(beginning, chunks)
  if (!key) throw new Unopenable(`${what} is encrypted: give its key in BACKUP_KEY or BACKUP_KEY_FILE.`)
  if (isPublic(key)) throw new Unopenable(`${what} is opened by the secret key alone; BACKUP_KEY is its public half.`)
  const decrypter = new Decrypter()
  if (isSecret(key)) decrypter.addIdentity(key)
  else decrypter.addPassphrase(key)
  return await decrypter.decrypt(streamOf(startingWith(beginning, chunks))).catch((error: Error) => {
    throw new Unopenable(`${what} does not open: it was closed with another key than BACKUP_KEY, or is damaged.`, {
      cause: error,
    })
  })
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** As age wants it. */
function streamOf(bytes: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await bytes.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => void (await bytes.return?.()),
  })
}
