import type { Project } from '../db/schema.ts'
import type { May } from '../server/organisers/rights.ts'
import type { Content, Html } from './html.ts'
import type { Say } from './say.ts'

/** The eight loud colours a project chooses from; each carries ink text at 4.5:1 or better. */
export const colours = ['tangerine', 'sun', 'lime', 'mint', 'sky', 'violet', 'pink', 'coral'] as const
export type Colour = (typeof colours)[number]

export function colourOf(project: { colour: string }): Colour {
  return colours.find((colour) => colour === project.colour) ?? 'tangerine'
}

/** What a view gives back: the layout puts the frame around it. */
export type Page = {
  say: Say
  title: string
  main: Html
  colour?: Colour
  /** Whose page it is: its foot says whom to turn to when something is wrong. */
  of?: Pick<Project, 'slug' | 'trustedName' | 'trustedPhone'>
  /** For search engines and chat previews; public pages only. */
  description?: string
  /** Address of the 1200×630 picture, from the root. */
  card?: string
  /** schema.org data, put into the head as JSON-LD. */
  data?: object
  /** Further links for the head: feeds, alternates. */
  links?: Content
  /** Holds personal data: never stored by browsers or proxies, never indexed. */
  personal?: boolean
  /** Without the site's own head and foot: on a hall's wall, or inside another site. */
  bare?: 'screen' | 'embed'
  /** Modules of `public/js/` that improve it. */
  scripts?: string[]
  /** The organisers' frame: a menu of what the reader may see beside the page, htmx loaded. */
  workspace?: (may: May) => Html
  /** A public page on which htmx has something to do. */
  improved?: boolean
  /** Parts that htmx swaps by themselves, by their element's id. */
  fragments?: Record<string, () => Html>
}
