import type { MessageKey, MessageValues } from '../views/say.ts'

/** The domain's "no": a sentence for people, said in the reader's language. */
export class Refusal extends Error {
  readonly key: MessageKey
  readonly values: MessageValues
  readonly status: number

  constructor(key: MessageKey, values: MessageValues = {}, status = 409) {
    super(key)
    this.key = key
    this.values = values
    this.status = status
  }
}

/** Too much to do, or about to stop: it works again in a while. */
export function unavailable(): Refusal {
  return new Refusal('refusal.unavailable', {}, 503)
}

/** Also the answer to "not allowed": what a person may not see is not there. */
export function notFound(): never {
  throw new Refusal('refusal.not-found', {}, 404)
}
