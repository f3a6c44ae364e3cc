import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { locales } from '../../db/languages.ts'
import { letters } from '../../db/schema.ts'
import { secondFactorLetter } from '../../server/second-factors/letters.ts'
import { factorChanges, tellOfChange } from '../../server/second-factors/tell.ts'
import { config } from '../mail/config.ts'
import { now, world } from '../world.ts'

test('the letter says what was changed and when, whom to turn to, and holds no secret', async () => {
  const { db, owner } = await world()
  await db.transact((tx) => tellOfChange(tx, { ...owner, locale: 'en' }, 'passkey-added', now), { touches: 'nothing' })
  const [letter] = await db.select().from(letters)
  const written = letter && (await secondFactorLetter(db, letter, { config, now: now.add({ hours: 1 }) }))
  for (const part of ['A passkey was added', '23 November', '12:00', 'whoever looks after the server should know'])
    expect(written?.text).toContain(part)
  expect(written?.text).toContain('https://kopa.example.org/organise/me/second-factor')
  expect(letter).toMatchObject({ recipient: owner.email, token: null, facts: { change: 'passkey-added' } })
})

test('every change has its own words in every language', async () => {
  const { db, owner } = await world()
  for (const locale of locales) {
    for (const change of factorChanges)
      await db.transact((tx) => tellOfChange(tx, { ...owner, locale }, change, now), { touches: 'nothing' })
    const queued = await db.select().from(letters).where(eq(letters.locale, locale))
    const texts = []
    for (const letter of queued) texts.push((await secondFactorLetter(db, letter, { config, now }))?.text)
    expect([locale, new Set(texts).size]).toEqual([locale, factorChanges.length])
  }
})
