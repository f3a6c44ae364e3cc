/** How wide photos are drawn at the most, in pixels: for a phone, a sharp phone, a desk and a large screen. */
export const widths = [480, 960, 1440, 2160] as const

/** The widths of a photo's files, the narrowest first: none is wider than what was sent. */
export function widthsOf({ width }: { width: number }): number[] {
  return [...widths.filter((one) => one < width), width]
}
