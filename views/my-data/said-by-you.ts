import type { Answered, Everything } from '../../server/my-data/queries.ts'
import { answerText } from '../questions/answer-text.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { until } from './about-you.ts'
import { type Entry, moment, type Section, said } from './section.ts'

/** What they answered, agreed to and chose. */
export function saidByYou(say: Say, all: Everything): Section[] {
  const organisers = `${say('my-data.who-organisers')} ${until(say, all)}`
  const door = `${say('my-data.who-door')} ${until(say, all)}`
  return [
    { title: say('my-data.answers'), entries: answers(say, all), note: '' },
    { title: say('my-data.files'), entries: files(say, all), note: '' },
    { title: say('my-data.photos'), entries: [...photos(say, all), ...marks(say, all)], note: door },
    { title: say('my-data.guardian'), entries: guardians(say, all), note: organisers },
    { title: say('my-data.workshops'), entries: workshops(say, all), note: organisers },
    { title: say('my-data.voices'), entries: voices(say, all), note: say('my-data.who-voices') },
  ]
}

function answers(say: Say, { project, meeting, answers: given, files: sent }: Everything): Entry[] {
  return given.map((one) => ({
    label: said(say, one.wording.label, project.locales),
    text: answerText(say, project.locales, one.wording, one.value, sent),
    note: seenUntil(say, meeting, one),
  }))
}

function seenUntil(say: Say, { zone }: Everything['meeting'], one: Pick<Answered, 'question' | 'until'>): string {
  return `${say(readBy(one))} ${say('my-data.until', { date: shortDay(one.until, zone, say.locale) })}`
}

function readBy({ question: { visibleTo } }: Pick<Answered, 'question'>): MessageKey {
  const who = visibleTo.includes('organiser') ? 'organisers' : 'owners'
  return visibleTo.includes('door') ? `my-data.who-${who}-door` : `my-data.who-${who}`
}

function files(say: Say, { meeting, files: sent }: Everything): Entry[] {
  return sent.map(({ name, type, bytes, at, ...one }) => {
    const kilobytes = Math.max(1, Math.round(bytes / 1000))
    const text = `${type.toUpperCase()}, ${kilobytes} kB, ${moment(say, at, meeting.zone)}`
    return { label: name, text, note: seenUntil(say, meeting, one) }
  })
}

function photos(say: Say, { meeting, consents, participants }: Everything): Entry[] {
  return consents.map(({ channel, agreed, at, by, participantId }) => {
    const whose = participants.find(({ id }) => id === participantId)?.name
    const answer = say(agreed ? 'questions.yes' : 'questions.no')
    return {
      label: say(`photo.${channel}`),
      text: [whose, answer, say('my-data.said-by', { by }), moment(say, at, meeting.zone)].filter(Boolean).join(', '),
    }
  })
}

/** Who sees the photos themselves follows from what was said of each place. */
function marks(say: Say, { marked }: Everything): Entry[] {
  if (marked.length === 0) return []
  const photos = new Set(marked.map(({ photoId }) => photoId)).size
  return [{ label: say('my-data.marked'), text: String(photos), note: '' }]
}

function guardians(say: Say, { meeting, guardianships }: Everything): Entry[] {
  return guardianships.map(({ email, askedAt, answeredAt, agreed, signedBy }) => {
    const asked = say('my-data.asked', { when: moment(say, askedAt, meeting.zone) })
    const answer = agreed ? 'questions.yes' : 'questions.no'
    const answered = answeredAt
      ? [say(answer), signedBy, moment(say, answeredAt, meeting.zone)]
      : [say('my-data.unanswered')]
    return { label: email ?? '–', text: [asked, ...answered].filter(Boolean).join(', ') }
  })
}

function workshops(say: Say, { project, meeting, workshops: chosen }: Everything): Entry[] {
  return chosen.map(({ choice: { status, statusAt }, slot }) => ({
    label: slot ? said(say, slot.title, project.locales) : '–',
    text: `${say('my-data.choice', { status })}, ${moment(say, statusAt, meeting.zone)}`,
  }))
}

function voices(say: Say, { meeting: { zone }, voices: own }: Everything): Entry[] {
  return own.map(({ voice: { text, locale, name, email, createdAt }, until: at }) => ({
    label: moment(say, createdAt, zone),
    text: locale === say.locale ? text : { text, lang: locale },
    note: [name, email, say('my-data.until', { date: shortDay(at, zone, say.locale) })].filter(Boolean).join(' · '),
  }))
}
