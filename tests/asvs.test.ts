import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const exists = (name: string) => existsSync(new URL(`../${name}`, import.meta.url))

type Row = { number: string; level: string; state: string; how: string; shownBy: string }

const rows: Row[] = [
  ...read('docs/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| [^|]+ \| ([^|]+) \| ([^|]*) \| ([^|]*) ?\|$/gm),
].map(([, number = '', level = '', state = '', how = '', shownBy = '']) => ({ number, level, state, how, shownBy }))

/** The numbers of version 5.0.0, by section: `1.2` has 1 to 5 of level 1, 6 to 9 of level 2. */
const levels: Record<'1' | '2', string> = {
  1: '1.2:1-5 1.3:1-2 1.5:1 2.1:1 2.2:1-2 2.3:1 3.2:1-2 3.3:1 3.4:1-2 3.5:1-3 4.1:1 4.4:1 5.2:1-2 5.3:1-2 6.1:1 6.2:1-8 6.3:1-2 6.4:1-2 7.2:1-4 7.4:1-2 8.1:1 8.2:1-2 8.3:1 9.1:1-3 9.2:1 10.4:1-5 11.3:1-2 11.4:1 12.1:1 12.2:1-2 13.4:1 14.2:1 14.3:1 15.1:1 15.2:1 15.3:1',
  2: '1.1:1-2 1.2:6-9 1.3:3-11 1.4:1-3 1.5:2 2.1:2-3 2.2:3 2.3:2-4 2.4:1 3.3:2-4 3.4:3-6 3.5:4-5 3.7:1-2 4.1:2-3 4.2:1 4.3:1-2 4.4:2-4 5.1:1 5.2:3 5.4:1-3 6.1:2-3 6.2:9-12 6.3:3-4 6.4:3-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.3:1-2 7.4:3-5 7.5:1-2 7.6:1-2 8.1:2 8.2:3 8.4:1 9.2:2-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:6-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:3 11.4:2-4 11.5:1 11.6:1 12.1:2-3 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:2-5 14.1:1-2 14.2:2-4 14.3:2-3 15.1:2-3 15.2:2-3 15.3:2-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2',
}
const ofLevel3 = ['1.2.10', '6.3.8', '14.2.7', '14.2.8']

test('every requirement of levels 1 and 2 is there once, and four of level 3', () => {
  const [first, second] = [numbersIn(levels[1]), numbersIn(levels[2])]
  expect([first.length, second.length]).toEqual([70, 183])
  const asked = [
    ...first.map((one) => `1 ${one}`),
    ...second.map((one) => `2 ${one}`),
    ...ofLevel3.map((one) => `3 ${one}`),
  ]
  expect(rows.map(({ level, number }) => `${level} ${number}`).sort()).toEqual(asked.sort())
})

test('whatever is said to be met is met somewhere, and shown or written down', () => {
  const states = ['met', 'partly', 'not met', 'operator', 'n/a']
  expect(rows.filter(({ state }) => !states.includes(state.trim()))).toEqual([])
  expect(rows.filter(({ how }) => how.trim() === '')).toEqual([])
  const met = rows.filter(({ state }) => state.trim() === 'met')
  const shown = ({ how, shownBy }: Row) =>
    filesIn(shownBy).length > 0 || /`(docs\/security|README|SECURITY)\.md`|server\/mail\/transport/.test(how)
  expect(met.filter((row) => !shown(row)).map(({ number }) => number)).toEqual([])
})

test('the numbers at its head are those of its rows', () => {
  const head = read('docs/asvs.md').match(/(\d+) met, (\d+) n\/a, (\d+) operator, (\d+) not met, (\d+) partly/)
  const counted = ['met', 'n/a', 'operator', 'not met', 'partly'].map(
    (state) => rows.filter((row) => row.state.trim() === state).length,
  )
  expect(head?.slice(1).map(Number)).toEqual(counted)
})

test('every file that it names exists, and what shows something is a test', () => {
  const named = rows.flatMap(({ how, shownBy }) => [...filesIn(how), ...filesIn(shownBy)])
  expect(named.length).toBeGreaterThan(300)
  expect([...new Set(named)].filter((name) => !exists(name))).toEqual([])
  const showing = rows.flatMap(({ shownBy }) => filesIn(shownBy))
  expect(showing.filter((name) => !/^tests\/.*\.test\.ts$/.test(name))).toEqual([])
})

test('so does every file that the rest of what is said about safety names', () => {
  for (const page of ['docs/security.md', 'SECURITY.md']) {
    const named = filesIn(read(page))
    expect([page, named.filter((name) => !exists(name))]).toEqual([page, []])
  }
})

function numbersIn(sections: string): string[] {
  return sections.split(' ').flatMap((one) => {
    const [section, range = ''] = one.split(':')
    const [from = 0, to = from] = range.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, i) => `${section}.${from + i}`)
  })
}

/** What stands in backticks and looks like a file or a folder of ours. */
function filesIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name)
  return quoted.filter((name) => /^(server|views|tests|db|public|docs)\/|\.(md|json|ts)$|^Dockerfile$/.test(name))
}
