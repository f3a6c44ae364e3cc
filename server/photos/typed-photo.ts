import type { Photo } from '../../db/schema.ts'
import type { Typed } from '../forms.ts'

/** A photo as its form shows it. */
export function typedPhoto({ alt, credit, slotId, position, people, channels }: Photo): Typed {
  return {
    ...Object.fromEntries(Object.entries(alt).map(([locale, text]) => [`alt.${locale}`, text])),
    ...Object.fromEntries(channels.map((channel) => [`channels.${channel}`, 'yes'])),
    ...{ credit, slot: slotId ?? '', position: String(position), people },
  }
}
