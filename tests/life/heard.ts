import { expect } from 'vitest'
import { letters } from '../../db/schema.ts'
import { parsers, type Reading } from '../calendar/parsers.ts'
import type { Received } from '../mail/post-office.ts'
import { at, type Stage } from './stage.ts'

/** Everything that was posted because of a deed, once it has settled: a line for everybody who heard the same. */
export async function heard(here: Stage, deed: (here: Stage) => Promise<unknown>): Promise<string[]> {
  const before = here.office.received.length
  await deed(here)
  for (const minutes of [5, 16, 27, 38]) await here.posted(at(minutes))
  const kinds = new Map((await here.db.select().from(letters)).map(({ id, kind }) => [id, kind]))
  const names = new Map([
    [here.kickoff.id, 'meeting'],
    ...(['bats', 'logo', 'paint', 'print'] as const).map((name): [string, string] => [here[name].id, name]),
  ])
  const told = Map.groupBy(here.office.received.slice(before), ({ to }) => to[0]?.split('@')[0] ?? '')
  const lines = [...told].map(([who, mails]): [string, string] => [
    who,
    mails
      .map((mail) =>
        [
          kindOf(mail, kinds),
          ...objectsIn(mail)
            .map((one) => called(one, names))
            .sort(),
        ].join(' '),
      )
      .sort()
      .join(' + '),
  ])
  return [...Map.groupBy(lines, ([, said]) => said)].map(
    ([said, whom]) =>
      `${whom
        .map(([who]) => who)
        .sort()
        .join(' ')}: ${said}`,
  )
}

function kindOf({ mail }: Received, kinds: Map<string, string>): string {
  return kinds.get(mail.messageId?.slice(1).split('@')[0] ?? '') ?? expect.unreachable(mail.messageId)
}

function called({ method, uid, sequence, summary }: Reading, names: Map<string, string>): string {
  return `${method} ${names.get(uid) ?? summary} ${sequence}`
}

/** The calendar objects of a letter, as two parsers of different descent read them; the usual pair of parts is one. */
export function objectsIn({ mail }: Received): Reading[] {
  return filesIn(mail).flatMap((file) => {
    const [one, other] = Object.values(parsers).map((parse) => parse(file))
    expect(one).toEqual(other)
    return one ?? []
  })
}

export function filesIn({ attachments }: Received['mail']): string[] {
  const files = attachments.filter(({ contentType }) => contentType === 'application/ics')
  return files.map(({ content }) => content.toString())
}
