import type { Chance } from './chance.ts'
import { arches, block, box, disc, dots, hill, orbit, petals, quarter, ring, wave, wedge } from './shapes.ts'

export type Inks = { loud: string; accent: string; ink: string; paper: string }

/**
 * A drawing on a field of 400 × 240 that runs out over its right and lower edge. The date stands on the left:
 * `near` keeps to x > 210 (x > 245 below y = 150), `far` to 40 < x < 200 and is shown where there is room.
 */
export type Drawing = { near: string; far: string }
export type Composition = (chance: Chance, inks: Inks) => Drawing

const hillAndRing: Composition = (chance, { accent, ink, paper }) => ({
  near: [
    dots(232, 108, 5, 3, 16, ink),
    hill(342 + chance(16), 240, 112, ink),
    ring(330, 72, 44, paper, ink),
    block(246, 46, 38, 8 + chance(20), accent),
  ].join(''),
  far: arches(118, 240, [74, 44], 13, paper),
})

const rainbow: Composition = (chance, { accent, ink, paper }) => ({
  near: [
    disc(262 + chance(14), 54, 30, ink),
    arches(364, 240, [122, 91, 60], 16, paper),
    disc(364, 240, 40, accent),
    block(356, 52, 34, 30 + chance(30), ink),
  ].join(''),
  far: dots(70, 148, 7, 5, 18, ink),
})

/** Tiles out of a building box, each laid as the dice fall. */
const tiles: Composition = (chance, inks) => {
  const column = (x: number) => [0, 60, 120, 180].map((y) => tile(x, y, chance, inks)).join('')
  return { near: [220, 280, 340].map(column).join(''), far: tile(160, 180, chance, inks) + tile(160, 0, chance, inks) }
}

function tile(x: number, y: number, chance: Chance, { loud, accent, ink, paper }: Inks): string {
  const ground = [ink, paper, accent, loud, ink, paper][chance(6)] ?? loud
  const figure = ([ink, paper, accent].filter((colour) => colour !== ground)[chance(2)] ?? ink) as string
  const shape = [
    quarter(x, y, 60, chance(4), figure),
    quarter(x, y, 60, chance(4), figure),
    disc(x + 30, y + 30, 20, figure),
    hill(x + 30, y + 60, 30, figure),
    dots(x + 15, y + 15, 3, 3, 15, figure),
  ][chance(5)]
  return box(x, y, 61, 61, ground) + shape
}

const sunrise: Composition = (chance, { accent, ink, paper }) => {
  const turn = chance(10)
  const rays = Array.from({ length: 9 }, (_, i) => wedge(382, 240, 164, 171 + turn + i * 22, 182 + turn + i * 22, ink))
  return {
    near: [...rays, disc(382, 240, 84, paper), disc(382, 240, 48, accent), disc(244, 40, 17, paper)].join(''),
    far: dots(64, 40, 6, 2, 18, ink) + block(150, 190, 40, 12 + chance(30), accent),
  }
}

const waves: Composition = (chance, { accent, ink, paper }) => ({
  near: [
    ring(318 + chance(24), 74, 52, paper, accent),
    block(240, 48, 32, 40 + chance(20), ink),
    ...[160, 190, 220].map((y, i) => wave(262, y, 56, 4, 13, i === 1 ? paper : ink)),
  ].join(''),
  far: hill(130, 240, 58, ink) + disc(130, 148, 18, paper),
})

const flower: Composition = (chance, { accent, ink, paper }) => ({
  near: [
    petals(322, 118, 104, 8, chance(45), paper),
    disc(322, 118, 42, ink),
    disc(322, 118, 17, accent),
    quarter(340, 180, 60, 2, ink),
  ].join(''),
  far: petals(132, 182, 46, 6, chance(60), ink) + disc(132, 182, 17, accent),
})

const stairs: Composition = (chance, { accent, ink, paper }) => ({
  near: [
    ...[0, 1, 2, 3].map((step) => box(248 + step * 40, 196 - step * 40, 152 - step * 40, 44 + step * 40, ink)),
    disc(268, 164, 27 + chance(5), accent),
    ring(262, 54, 34, paper, ink),
    dots(330, 30, 4, 2, 17, ink),
  ].join(''),
  far: arches(116, 240, [70, 44, 18], 12, paper),
})

const orbits: Composition = (chance, { accent, ink, paper }) => {
  const turn = chance(360)
  const moon = (r: number, size: number, fill: string, angle: number) =>
    `<g transform="rotate(${(turn + angle) % 360} 330 112)">${disc(330 + r, 112, size, fill)}</g>`
  return {
    near: [
      orbit(330, 112, 98, 9, ink),
      orbit(330, 112, 64, 9, ink),
      disc(330, 112, 32, ink),
      moon(98, 17, paper, 0),
      moon(98, 12, accent, 150),
      moon(64, 15, accent, 220),
      moon(64, 11, paper, 60),
    ].join(''),
    far: block(150, 60, 36, 15 + chance(20), accent) + hill(118, 240, 60, ink),
  }
}

export const compositions: Composition[] = [hillAndRing, rainbow, tiles, sunrise, waves, flower, stairs, orbits]
