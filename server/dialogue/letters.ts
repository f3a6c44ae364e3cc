import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, type Project, projects, voices } from '../../db/schema.ts'
import { voiceAnswered, voicesGiven, voicesReminder } from '../../views/letters/dialogue.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer, Writers } from '../mail/written.ts'
import { todayIn } from './item.ts'
import { answerersOf, itemsGivenTo } from './queries.ts'

/** To whoever asked; nothing if the answer has been taken back by then. */
const answeredLetter: Writer = async (db, letter, { config }) => {
  const project = await projectOf(db, letter)
  const answered = and(eq(voices.id, letter.facts.answered ?? ''), isNotNull(voices.answeredAt))
  const [answer] = await db
    .select()
    .from(voices)
    .where(and(answered, eq(voices.status, 'shown')))
  const [own] = await db
    .select()
    .from(voices)
    .where(eq(voices.id, letter.voiceId ?? ''))
  if (!project || !answer || !own) return null
  const told = { project, text: own.text, answer: answer.answer, kind: own.kind, publicUrl: config.publicUrl }
  return {
    ...(await worded(db, letter, (say) => voiceAnswered(say, told), colourOf(project))),
    replyTo: project.contactEmail || undefined,
  }
}

/** Says what is open when it goes; nothing to whoever has answered it all, or may no longer. */
function answererLetter(content: typeof voicesGiven): Writer {
  return async (db, letter, { config, now }) => {
    const project = await projectOf(db, letter)
    const answerers = project ? await answerersOf(db, project) : []
    const answerer = answerers.find(({ id }) => id === letter.organiserId)
    if (!project || !answerer) return null
    const open = (await itemsGivenTo(db, project, answerer)).filter(({ voice }) => !voice.answeredAt)
    if (open.length === 0) return null
    const told = {
      project,
      voices: open.map(({ voice }) => voice),
      today: todayIn(project, now),
      publicUrl: config.publicUrl,
    }
    return await worded(db, letter, (say) => content(say, told), colourOf(project))
  }
}

async function projectOf(db: Reads, { projectId }: Letter): Promise<Project | null> {
  const [found] = await db
    .select()
    .from(projects)
    .where(eq(projects.id, projectId ?? ''))
  return found ?? null
}

export const dialogueWriters: Writers = {
  'voice-answered': answeredLetter,
  'voices-given': answererLetter(voicesGiven),
  'voices-reminder': answererLetter(voicesReminder),
}
