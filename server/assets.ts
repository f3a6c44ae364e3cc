import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { notFound } from './refusal.ts'

type Asset = { type: string; plain: Buffer; encoded: Map<string, Buffer> }

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const root = new URL('../public/', import.meta.url)
const packaged = createRequire(import.meta.url)
const assets = new Map<string, Asset>()
const addresses = new Map<string, string>()

for (const icon of readdirSync(new URL('icons/', root)))
  keep(`icons/${icon}`, readFileSync(new URL(`icons/${icon}`, root)))
for (const font of ['latin', 'latin-ext', 'cyrillic']) {
  const file = `geologica-${font}-800-normal.woff2`
  keep(`fonts/${font}.woff2`, readFileSync(packaged.resolve(`@fontsource/geologica/files/${file}`)))
}
keep('htmx.js', readFileSync(packaged.resolve('htmx.org/dist/htmx.min.js')))
// What reads QR codes where a browser does not itself, and what solves challenges.
keepPackaged('qr', packaged.resolve('qr/decode.js'))
const solver = dirname(fileURLToPath(import.meta.resolve('altcha-lib')))
keepPackaged('altcha', join(solver, 'workers/shared.js'))
keepPackaged('altcha', join(solver, 'algorithms/web/pbkdf2.js'))
keep('site.css', Buffer.from(sheet('css/', ['layers.css'])))
keep('organise.css', Buffer.from(sheet('css/organise/')))
for (const module of readdirSync(new URL('js/', root))) keepScript(module)

/** The address of a file in `public/`, with its content's hash: it may be kept for ever. */
export function asset(name: string): string {
  const address = addresses.get(name)
  if (!address) throw new Error(`There is no asset called ${name}.`)
  return address
}

export function assetRoutes(app: FastifyInstance): void {
  app.get<{ Params: { '*': string } }>('/assets/*', { config: { access: 'anyone' } }, async (request, reply) => {
    const found = assets.get(request.params['*']) ?? notFound()
    const coding = codingFor(found, request.headers['accept-encoding'] ?? '')
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
    if (coding !== 'identity') reply.header('content-encoding', coding)
    return reply.type(found.type).send(coded(found, coding))
  })
}

/** One sheet out of a folder with one file per concept, those named `first` before all others. */
function sheet(folder: string, first: string[] = []): string {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.css') && !first.includes(name))
  const all = [...first, ...files.sort()].map((name) => readFileSync(new URL(folder + name, root), 'utf8'))
  return all.join('\n').replaceAll(/url\("asset:([^"]+)"\)/g, (_, name) => `url("${asset(name)}")`)
}

/** What it imports first: modules know each other by their names, browsers by their hashed addresses. */
function keepScript(module: string): string {
  const known = addresses.get(`js/${module}`)
  if (known) return known
  const text = readFileSync(new URL(`js/${module}`, root), 'utf8')
  const linked = text
    .replaceAll(/from '\.\/([^']+)'/g, (_, name) => `from '${keepScript(name)}'`)
    .replaceAll(/'asset:([^']+)'/g, (_, name) => `'${asset(name)}'`)
  keep(`js/${module}`, Buffer.from(linked))
  return asset(`js/${module}`)
}

/** A library's module, under its own name in `folder`, after what it imports from beside itself. Returns its address. */
function keepPackaged(folder: string, file: string): string {
  const name = `${folder}/${basename(file)}`
  const known = addresses.get(name)
  if (known) return known
  const address = (path: string) => keepPackaged(folder, join(dirname(file), path))
  const text = readFileSync(file, 'utf8').replaceAll(/from '(\.[^']+)'/g, (_, path) => `from '${address(path)}'`)
  keep(name, Buffer.from(text.replace(/\n\/\/# sourceMappingURL=.*/, '')))
  return asset(name)
}

function keep(name: string, plain: Buffer): void {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 12)
  const extension = extname(name)
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`
  assets.set(hashed, { type: types[extension] ?? 'application/octet-stream', plain, encoded: new Map() })
  addresses.set(name, `/assets/${hashed}`)
}

function codingFor({ type }: Asset, accepted: string): 'br' | 'gzip' | 'identity' {
  if (type.startsWith('font/') || type === 'image/png') return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Compressed when first asked for, then kept: starting stays quick. */
function coded(found: Asset, coding: 'br' | 'gzip' | 'identity'): Buffer {
  if (coding === 'identity') return found.plain
  const kept = found.encoded.get(coding) ?? (coding === 'br' ? brotliCompressSync : gzipSync)(found.plain)
  found.encoded.set(coding, kept)
  return kept
}
