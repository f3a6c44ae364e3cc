import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Call, type Story, type StorySpeaker, stories, storySpeakers } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import type { CallFound } from './call-state.ts'
import { invite, inviteAsMany } from './invite-co-speakers.ts'
import { freshCall, openStoriesOf } from './queries.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Deed, Proposal } from './story-form.ts'
import { isOnItsWay, tellFull, tellProposer } from './tell.ts'

/** So many stories one address may have open at a call: then a letter says so, and the page says what it always says. */
const mostOpen = 10

/**
 * Begins a story, or hands it in at once; the letter with its link is all that anybody hears. The same story sent once
 * more from the same address is the one there is.
 */
export async function propose(
  db: Database,
  call: Pick<Call, 'id'>,
  proposal: Proposal,
  deed: Deed,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const found = (await freshCall(tx, call)) ?? notFound()
      refuseClosed(found, now)
      const open = await openStoriesOf(tx, found.call, proposal.email)
      const same = open.find(({ story }) => isSame(story, proposal))
      if (same) await goOn(tx, found, same, proposal, deed, now)
      else if (open.length >= mostOpen) await refuseQuietly(tx, found, proposal, deed, now)
      else await begin(tx, found, proposal, deed, now)
    },
    { touches: 'nothing', lock: call.id },
  )
}

function isSame({ title, abstract }: Story, { story }: Proposal): boolean {
  return title === story.title && abstract === story.abstract
}

async function begin(tx: Tx, found: CallFound, proposal: Proposal, deed: Deed, now: Temporal.Instant): Promise<Story> {
  const { story, teller, email, locale } = proposal
  const place = { callId: found.call.id, createdAt: now, ...standing(deed, now) }
  const [made = notFound()] = await tx
    .insert(stories)
    .values({ ...story, ...place })
    .returning()
  const [me = notFound()] = await tx
    .insert(storySpeakers)
    .values({ ...teller, storyId: made.id, position: 1, email, locale, joinedAt: now })
    .returning()
  await tellProposer(tx, deed === 'hand-in' ? 'story-handed-in' : 'story-saved', found, me, now)
  await invite(tx, { ...found, story: made, me }, proposal.coSpeakers, now)
  return made
}

/** Sent twice, or saved first and then handed in from the same page: whatever was missing then is taken now. */
async function goOn(
  tx: Tx,
  found: CallFound,
  { story, me }: { story: Story; me: StorySpeaker },
  proposal: Proposal,
  deed: Deed,
  now: Temporal.Instant,
): Promise<void> {
  const handsIn = deed === 'hand-in' && story.status === 'draft'
  if (handsIn) {
    await tx
      .update(stories)
      .set({ ...proposal.story, ...standing(deed, now) })
      .where(eq(stories.id, story.id))
    await tx.update(storySpeakers).set(proposal.teller).where(eq(storySpeakers.id, me.id))
  }
  if (handsIn || !(await isOnItsWay(tx, me)))
    await tellProposer(tx, handsIn || story.status === 'handed-in' ? 'story-handed-in' : 'story-saved', found, me, now)
  const isAsked = await inviteAsMany(tx, { ...found, story, me }, proposal.coSpeakers, now)
  await asIfNew(tx, found, isAsked ? { ...proposal, coSpeakers: [] } : proposal, deed, now)
}

async function refuseQuietly(tx: Tx, found: CallFound, proposal: Proposal, deed: Deed, now: Temporal.Instant) {
  await tellFull(tx, found, proposal, now)
  await asIfNew(tx, found, proposal, deed, now)
}

/**
 * Does the work that a story makes which nobody knows yet, and leaves nothing of it: otherwise the time of the answer would
 * tell that the address was known.
 */
async function asIfNew(tx: Tx, found: CallFound, proposal: Proposal, deed: Deed, now: Temporal.Instant): Promise<void> {
  const standIn = await begin(tx, found, { ...proposal, email: `${randomUUID()}@invalid` }, deed, now)
  // Speakers, links and letters go with it.
  await tx.delete(stories).where(eq(stories.id, standIn.id))
}

function standing(deed: Deed, now: Temporal.Instant) {
  return deed === 'hand-in' ? ({ status: 'handed-in', handedInAt: now } as const) : ({ status: 'draft' } as const)
}
