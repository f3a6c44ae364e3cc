/** The database cannot be used as it is. The message is a sentence for the operator. */
export class Unopenable extends Error {
  override name = 'Unopenable'
}
