import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/*
 * Libraries that a server needs late, or never, loaded where they are first called for: read at the start, they would
 * make it twice as long and take half as much memory again (tests/bench/results.md).
 */

export const loadImapflow = (): typeof import('imapflow') => load('imapflow')
export const loadMailparser = (): typeof import('mailparser') => load('mailparser')
export const loadSharp = (): typeof import('sharp').default => load('sharp')
export const loadQrcode = (): typeof import('qrcode') => load('qrcode')
export const loadExcelWriter = (): typeof import('write-excel-file/node') => load('write-excel-file/node')
export const loadCsvReader = (): typeof import('csv-parse/sync') => load('csv-parse/sync')
export const loadCsvWriter = (): typeof import('csv-stringify/sync') => load('csv-stringify/sync')
export const loadWebAuthn = (): typeof import('@simplewebauthn/server') => load('@simplewebauthn/server')
export const loadWebAuthnHelpers = (): typeof import('@simplewebauthn/server/helpers') =>
  load('@simplewebauthn/server/helpers')
