import type { Everything } from '../../server/my-data/queries.ts'
import { kindName } from '../mail/names.ts'
import { stateOf } from '../mail/state-of.ts'
import type { Say } from '../say.ts'
import { type Entry, moment, type Section } from './section.ts'

/** How the registration went, and what was written about it. */
export function happened(say: Say, all: Everything): Section[] {
  return [
    { title: say('my-data.states'), entries: states(say, all), note: say('my-data.states-note') },
    { title: say('my-data.survey'), entries: survey(say, all), note: say('my-data.survey-note') },
    { title: say('my-data.letters'), entries: letters(say, all), note: say('my-data.letters-note') },
  ]
}

/** Registrations from before there was a journal only have the last one. */
function states(say: Say, { meeting, registration, steps, checkIns }: Everything): Entry[] {
  const all = steps.length > 0 ? steps : [{ at: registration.statusAt, status: registration.status }]
  const came = checkIns.filter(({ participantId }) => participantId === null)
  return [
    ...all.map(({ at, status }) => ({ label: moment(say, at, meeting.zone), text: say(`desk.${status}`) })),
    ...came.map(({ at }) => ({ label: moment(say, at, meeting.zone), text: say('my-data.came') })),
  ]
}

function survey(say: Say, { asked }: Everything): Entry[] {
  return asked.map(({ answered }) => {
    return {
      label: say('my-data.survey-asked'),
      text: say(answered ? 'my-data.survey-answered' : 'my-data.survey-open'),
    }
  })
}

function letters(say: Say, { meeting, letters: written }: Everything): Entry[] {
  return written.map((letter) => {
    const { recipient, bouncedAt, sentAt, endedAt, queuedAt, words } = letter
    const state = say(bouncedAt ? 'mail.bounced' : `mail.state.${stateOf(letter)}`)
    const when = moment(say, bouncedAt ?? sentAt ?? endedAt ?? queuedAt, meeting.zone)
    const own = words ? ` – ${words.subject}: ${words.lead}` : ''
    return { label: kindName(say, letter), text: `${recipient}, ${state}, ${when}${own}` }
  })
}
