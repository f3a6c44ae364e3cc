/** What posters are cut from. Positions are centres unless said otherwise; every shape is SVG markup. */

export function disc(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
}

export function ring(x: number, y: number, r: number, fill: string, core: string): string {
  return disc(x, y, r, fill) + disc(x, y, Math.round(r * 0.47), core)
}

/** A circle drawn with a broad pen. */
export function orbit(x: number, y: number, r: number, pen: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-width="${pen}"/>`
}

/** Half a disc standing on its flat side at `y`. */
export function hill(x: number, y: number, r: number, fill: string): string {
  return `<path d="M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0z" fill="${fill}"/>`
}

/** Rainbows standing at `y`: each radius one arch. */
export function arches(x: number, y: number, radii: number[], pen: number, colour: string): string {
  const lines = radii.map((r) => `M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0`).join('')
  return `<path d="${lines}" fill="none" stroke="${colour}" stroke-width="${pen}"/>`
}

/** A square with soft corners, turned by so many degrees. */
export function block(x: number, y: number, size: number, turn: number, fill: string): string {
  const half = size / 2
  return `<rect x="${x - half}" y="${y - half}" width="${size}" height="${size}" rx="${size * 0.17}" fill="${fill}" transform="rotate(${turn} ${x} ${y})"/>`
}

/** From its upper left corner. */
export function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
}

/** A field of dots from its upper left one; the lines run on a hair, or browsers leave out the last dot. */
export function dots(x: number, y: number, columns: number, rows: number, gap: number, colour: string): string {
  const line = `M${x} %h${(columns - 1) * gap + 0.1}`
  const lines = Array.from({ length: rows }, (_, row) => line.replace('%', String(y + row * gap))).join('')
  return `<path d="${lines}" fill="none" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-dasharray="0 ${gap}"/>`
}

/** A quarter disc in the square at (x, y); `corner` 0–3 is where its right angle lies, clockwise from the upper left. */
export function quarter(x: number, y: number, size: number, corner: number, fill: string): string {
  const middle = size / 2
  return `<path d="M${x} ${y}h${size}a${size} ${size} 0 0 1 ${-size} ${size}z" fill="${fill}" transform="rotate(${corner * 90} ${x + middle} ${y + middle})"/>`
}

/** A wedge of a wheel, in degrees clockwise from three o'clock. */
export function wedge(x: number, y: number, r: number, from: number, to: number, fill: string): string {
  return `<path d="M${x} ${y}L${onCircle(x, y, r, from)}A${r} ${r} 0 0 1 ${onCircle(x, y, r, to)}z" fill="${fill}"/>`
}

export function petals(x: number, y: number, r: number, count: number, turn: number, fill: string): string {
  const petal = (angle: number) =>
    `<ellipse cx="${x + r * 0.6}" cy="${y}" rx="${r * 0.44}" ry="${Math.round((r * 165) / count) / 100}" transform="rotate(${angle} ${x} ${y})"/>`
  return `<g fill="${fill}">${Array.from({ length: count }, (_, i) => petal(turn + (i * 360) / count)).join('')}</g>`
}

/** A wavy line from (x, y) to the right, `count` waves of `length`. */
export function wave(x: number, y: number, length: number, count: number, pen: number, colour: string): string {
  const half = length / 2
  const rest = `t${half} 0`.repeat(count * 2 - 1)
  return `<path d="M${x} ${y}q${half / 2} ${-half * 0.9} ${half} 0${rest}" fill="none" stroke="${colour}" stroke-width="${pen}" stroke-linecap="round"/>`
}

function onCircle(x: number, y: number, r: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`
}
