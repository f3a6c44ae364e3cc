import { and, eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, type Speaker, type Story, type StorySpeaker, speakers, storySpeakers } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { newReplyToken } from '../secrets.ts'

export type Became = { teller: StorySpeaker; speaker: Speaker }

/** Those who tell a story become speakers of the project, in their order. */
export async function becomeSpeakers(
  tx: Tx,
  project: Project,
  story: Story,
  tellers: readonly StorySpeaker[],
): Promise<Became[]> {
  const became: Became[] = []
  for (const teller of tellers) {
    const known = await knownAs(tx, project, teller)
    const speaker = known ? await complete(tx, known, story, teller) : await introduce(tx, project, story, teller)
    await tx.update(storySpeakers).set({ speakerId: speaker.id }).where(eq(storySpeakers.id, teller.id))
    became.push({ teller, speaker })
  }
  return became
}

/** Who they became before, else somebody of that name and address: an address alone is not an identity. */
async function knownAs(tx: Tx, project: Project, teller: StorySpeaker): Promise<Speaker | null> {
  const named = await tx
    .select()
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), eq(speakers.name, teller.name)))
  const isThem = ({ email }: Speaker) => email?.toLowerCase() === teller.email.toLowerCase()
  return named.find(({ id }) => id === teller.speakerId) ?? named.find(isThem) ?? null
}

async function introduce(tx: Tx, project: Project, story: Story, teller: StorySpeaker): Promise<Speaker> {
  const { kind, name, email, locale, minor } = teller
  const [made = notFound()] = await tx
    .insert(speakers)
    .values({
      ...{ projectId: project.id, kind, name, email, locale, minor },
      bio: bioOf(story, teller),
      replyToken: newReplyToken(),
    })
    .returning()
  return made
}

/** What they said of themselves elsewhere stays; that they are under age does, too, whichever says so. */
async function complete(tx: Tx, known: Speaker, story: Story, teller: StorySpeaker): Promise<Speaker> {
  const changes = { bio: { ...bioOf(story, teller), ...known.bio }, minor: known.minor || teller.minor }
  const [made = notFound()] = await tx.update(speakers).set(changes).where(eq(speakers.id, known.id)).returning()
  return made
}

function bioOf({ language }: Story, { bio }: StorySpeaker) {
  return bio ? { [language]: bio } : {}
}
