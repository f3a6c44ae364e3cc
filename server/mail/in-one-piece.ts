import { Transform } from 'node:stream'

/**
 * nodemailer hands a letter to the connection piece by piece, some twelve times, each a call of the system here and a
 * packet for the server. Letters are small enough to be held whole. Comes before the signature, which reads it anyway.
 */
export function inOnePiece(): Transform {
  const pieces: Buffer[] = []
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
    flush(done) {
      done(null, Buffer.concat(pieces))
    },
  })
}
