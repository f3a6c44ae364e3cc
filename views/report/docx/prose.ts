import type { ExternalHyperlink, IParagraphOptions, Paragraph, TextRun } from 'docx'
import { markdownTokens } from '../../parts/markdown.ts'
import { loadDocx } from './load.ts'

type Token = ReturnType<typeof markdownTokens>[number]
type Run = TextRun | ExternalHyperlink

/** Markdown as paragraphs of a word processor; what has no form of its own there stays text. */
export function proseDocx(text: string): Paragraph[] {
  const { Paragraph } = loadDocx()
  const around: Token[] = []
  return markdownTokens(text).flatMap((token) => {
    if (token.nesting === 1) around.push(token)
    if (token.nesting === -1) around.pop()
    if (token.type === 'fence' || token.type === 'code_block') return [new Paragraph({ text: token.content })]
    if (token.type !== 'inline') return []
    return [new Paragraph({ ...placed(around), children: runsOf(token.children ?? []) })]
  })
}

/** Lists inside lists go three levels deep. */
function placed(around: readonly Token[]): IParagraphOptions {
  const { HeadingLevel } = loadDocx()
  const heading = around.find(({ type }) => type === 'heading_open')
  if (heading) return { heading: heading.tag === 'h3' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 }
  const lists = around.filter(({ type }) => /^(bullet|ordered)_list_open$/.test(type))
  const level = Math.min(2, lists.length - 1)
  if (lists.at(-1)?.type === 'ordered_list_open') return { numbering: { reference: 'ordered', level } }
  if (lists.length > 0) return { bullet: { level } }
  return around.some(({ type }) => type === 'blockquote_open') ? { indent: { left: 480 } } : {}
}

function runsOf(tokens: readonly Token[]): Run[] {
  const open = new Set<string>()
  let link: string | null = null
  return tokens.flatMap((token): Run[] => {
    if (token.type === 'link_open') link = String(token.attrGet('href') ?? '')
    if (token.type === 'link_close') link = null
    if (token.nesting === 1) open.add(token.tag)
    if (token.nesting === -1) open.delete(token.tag)
    const run = runOf(token, open, link)
    return run ? [run] : []
  })
}

function runOf({ type, content }: Token, open: ReadonlySet<string>, link: string | null): Run | null {
  const { ExternalHyperlink, TextRun } = loadDocx()
  if (type === 'softbreak' || type === 'hardbreak') return new TextRun({ break: 1 })
  if (type !== 'text' && type !== 'code_inline') return null
  const form = { text: content, bold: open.has('strong'), italics: open.has('em'), strike: open.has('s') }
  if (!link) return new TextRun(form)
  return new ExternalHyperlink({ link, children: [new TextRun({ ...form, style: 'Hyperlink' })] })
}
