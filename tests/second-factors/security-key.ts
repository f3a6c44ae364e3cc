import { createHash, generateKeyPairSync, randomBytes, sign as signWith } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { maker } from './maker.ts'

type Asked = { challenge: string; origin?: string; rpID?: string }
/** Who vouches for a new passkey: nobody, itself, or the maker of the key, by a certificate. */
type Vouching = 'nobody' | 'itself' | 'maker'

/** A security key made of code: what browsers hand over of such keys, and what no honest key would say. */
export function securityKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = [x, y].map((part) => Buffer.from(part, 'base64url'))
  const credentialId = randomBytes(16)
  const key = { counter: 0, make, sign }

  function make(asked: Asked, vouching: Vouching = 'nobody'): string {
    const clientDataJSON = clientData('webauthn.create', asked)
    const length = Buffer.from([0, credentialId.length])
    const credential = [Buffer.alloc(16), length, credentialId, coseKey(point)]
    const authData = Buffer.concat([headOf(asked, 0x41), ...credential])
    const { fmt, attStmt } = vouched(vouching, authData, hashOf(Buffer.from(clientDataJSON, 'base64url')))
    const parts = new Map<string, unknown>([
      ['fmt', fmt],
      ['attStmt', new Map(Object.entries(attStmt))],
      ['authData', authData],
    ])
    return said({ clientDataJSON, attestationObject: cbor(parts).toString('base64url') })
  }

  function sign(asked: Asked): string {
    key.counter += 1
    const [authData, clientDataJSON] = [headOf(asked, 0x01), clientData('webauthn.get', asked)]
    const signed = Buffer.concat([authData, hashOf(Buffer.from(clientDataJSON, 'base64url'))])
    const signature = signWith('sha256', signed, privateKey).toString('base64url')
    return said({ clientDataJSON, authenticatorData: authData.toString('base64url'), signature })
  }

  /** WebAuthn 8.2 and 8.6. */
  function vouched(vouching: Vouching, authData: Buffer, clientHash: Buffer) {
    if (vouching === 'nobody') return { fmt: 'none', attStmt: {} }
    if (vouching === 'itself') {
      const sig = signWith('sha256', Buffer.concat([authData, clientHash]), privateKey)
      return { fmt: 'packed', attStmt: { alg: -7, sig } }
    }
    const known = [authData.subarray(0, 32), clientHash, credentialId, Buffer.from([4]), ...point]
    const sig = signWith('sha256', Buffer.concat([Buffer.from([0]), ...known]), maker.key)
    return { fmt: 'fido-u2f', attStmt: { x5c: [maker.certificate], sig } }
  }

  /** WebAuthn 6.1: whose it is, what was seen (0x01: somebody touched it, 0x40: a key follows), how often it has signed. */
  function headOf({ rpID = 'localhost' }: Asked, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(key.counter)
    return Buffer.concat([hashOf(Buffer.from(rpID)), Buffer.from([flags]), counter])
  }

  function said(response: Record<string, string>): string {
    const id = credentialId.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  }

  return key
}

/** RFC 9053: a key of two coordinates (1: 2) on P-256 (-1: 1) for ES256 (3: -7). */
function coseKey([x, y]: Buffer[]): Buffer {
  const parts: [number, unknown][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, x],
    [-3, y],
  ]
  return cbor(new Map(parts))
}

function cbor(parts: Map<string | number, unknown>): Buffer {
  return Buffer.from(isoCBOR.encode(parts as Parameters<typeof isoCBOR.encode>[0]))
}

function clientData(type: string, { challenge, origin = 'http://localhost:3000' }: Asked): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
