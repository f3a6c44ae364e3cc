import { text } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Verdict } from './inspect.ts'
import type { FileType } from './kinds.ts'

/** A presentation has some hundreds of parts, and its pictures and films do not shrink much. */
const mostEntries = 5_000
const mostUnpacked = 500 * 1024 * 1024
const mostOfOne = 1024 * 1024

export function beginsOffice(beginning: Buffer): boolean {
  return beginning.toString('latin1', 0, 4) === 'PK\x03\x04'
}

/** Reads the list of what is in the ZIP file, and of its contents only the one small part that says what it is. */
export async function officeFile(file: string): Promise<Verdict> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
    try {
      return await verdictOn(zip)
    } finally {
      zip.close()
    }
  } catch {
    return broken
  }
}

const broken: Verdict = { type: null, problem: 'slides.problem-broken' }
const foreign: Verdict = { type: null, problem: 'slides.problem-kind' }
const programs: Verdict = { type: null, problem: 'slides.problem-macros' }

async function verdictOn(zip: ZipFile): Promise<Verdict> {
  const entries = await entriesOf(zip)
  if (!entries) return broken
  if ([...entries.keys()].some(isProgram)) return programs
  const type = (await openDocument(zip, entries)) ?? (await mainPart(zip, entries))
  if (type === 'macros') return programs
  return type ? { type, problem: null } : foreign
}

type Entries = Map<string, Entry>

/** By their names, which yauzl refuses where they lead out of the folder; null when there are too many, or too much in them. */
async function entriesOf(zip: ZipFile): Promise<Entries | null> {
  const entries: Entries = new Map()
  let unpacked = 0
  if (zip.entryCount > mostEntries) return null
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > mostUnpacked || entries.has(entry.fileName) || entry.isEncrypted()) return null
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** The empty libraries that LibreOffice lists by habit are none. */
function isProgram(name: string): boolean {
  return /(^|\/)vbaProject\.bin$/i.test(name) || /^Scripts\/.*[^/]$|^Basic\/.*(?<!script-l[bc]\.xml|[/])$/i.test(name)
}

/** OpenDocument 1.3, part 2, 3.3: the first file, as it is. */
async function openDocument(zip: ZipFile, entries: Entries): Promise<FileType | null> {
  const [first] = entries.values()
  if (first?.fileName !== 'mimetype' || first.relativeOffsetOfLocalHeader !== 0 || first.compressionMethod !== 0)
    return null
  const is = await contentOf(zip, first)
  return entries.has('content.xml') ? (openDocuments.get(is) ?? null) : null
}

const openDocuments = new Map<string, FileType>([
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
])

const mainParts = new Map<string, FileType>([
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
])

/** ECMA-376, part 2: the list of parts and their types. */
async function mainPart(zip: ZipFile, entries: Entries): Promise<FileType | 'macros' | null> {
  const list = entries.get('[Content_Types].xml')
  if (!list) return null
  const types = await contentOf(zip, list)
  if (/macroEnabled|macrosheet/i.test(types)) return 'macros'
  const parts = [...types.matchAll(/<Override\b[^>]*>/g)].map(([part]) => part)
  const main = parts.find((part) => mainParts.has(attribute(part, 'ContentType')))
  if (!main || !entries.has(attribute(main, 'PartName').replace(/^\//, ''))) return null
  return mainParts.get(attribute(main, 'ContentType')) ?? null
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? ''
}

/** At most so much as was announced: yauzl ends a part that unpacks to more. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > mostOfOne) return ''
  return await text(await zip.openReadStreamPromise(entry))
}
