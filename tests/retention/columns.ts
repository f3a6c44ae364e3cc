import { type AnySQLiteColumn, getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../../db/schema.ts'

export type Column = { table: SQLiteTable; column: AnySQLiteColumn; name: string; isJson: boolean }

/** Every column that holds text, but for ids of our own making and what refers to them. */
export function textColumns(): Column[] {
  return Object.values(schema as Record<string, SQLiteTable>).flatMap((table) => {
    const { name, columns, foreignKeys } = getTableConfig(table)
    const references = foreignKeys.flatMap((key) => key.reference().columns.map((column) => column.name))
    return columns
      .filter((column) => column.getSQLType() === 'text' && column.name !== 'id' && !references.includes(column.name))
      .map((column) => ({ table, column, name: `${name}.${column.name}`, isJson: column.dataType === 'json' }))
  })
}

/** What somebody could be known, reached or let in by, or has said: every one of these is planted, and goes on time. */
export const personal = new Set([
  ...['registrations.name', 'registrations.email', 'registrations.email_key'],
  ...['registrations.reply_token', 'registrations.door_token', 'speakers.reply_token'],
  ...['registrations.class_name', 'registrations.class_key', 'participants.name', 'registrations.emergency_contact'],
  ...['answers.value', 'answer_files.name', 'manage_links.token_hash', 'unsubscribe_links.token_hash'],
  ...['guardianships.email', 'guardianships.signed_by', 'guardianship_links.token_hash'],
  ...['letters.recipient', 'letters.recipient_key', 'letters.facts', 'letters.token', 'letters.answer'],
  'letters.words',
  'deliveries.answer',
  ...['speakers.name', 'speakers.email', 'speakers.bio', 'speakers.links', 'speakers.languages'],
  ...['speaker_links.token_hash', 'guardian_consents.email', 'guardian_consents.signed_by'],
  ...[
    'guardian_links.token_hash',
    'slides.name',
    'materials.name',
    'materials.credit',
    'slots.introduced_by',
    'agenda_steps.changes',
  ],
  ...['stories.title', 'stories.abstract', 'stories.wishes', 'stories.answers', 'story_reviews.comment'],
  ...['story_speakers.name', 'story_speakers.email', 'story_speakers.bio', 'story_speakers.guardian_email'],
  'poll_votes.voter_hash',
  'photo_objections.words',
  ...['personal_feeds.token_hash', 'personal_feeds.email_key'],
  ...['voices.name', 'voices.email', 'voices.voter_hash', 'voice_votes.voter_hash'],
  ...['abuse_reports.path', 'abuse_reports.words'],
  ...['survey_links.token_hash', 'survey_answers.liked', 'survey_answers.missed', 'story_feedback.text'],
  ...['half_sessions.id_hash', 'factors_asked.holder_hash', 'factors_asked.secret', 'wrong_codes.holder_hash'],
  ...['story_links.token_hash', 'sessions.id_hash', 'sessions.user_agent'],
  ...['sign_in_links.token_hash', 'sign_in_links.browser_hash'],
])

/** What names nobody, and why. */
export const notPersonal: Record<string, RegExp[]> = {
  'a state, a kind or a language': [
    /\.(status|state|kind|type|types|about|by|channel|standing|role|locale|locales|language|ending|outcome|reason|asked|age_band|counted_band|deed)$/,
  ],
  'which text was shown: a key or an id': [/\.text_version$/],
  'what the meeting or the project says of itself': [
    /^(projects|meetings|phases|partners|project_links|groups|logos|rooms|calls|consent_texts|indicators)\./,
    /^slots\.(slug|title|summary)$/,
    /^materials\.(title|url|licence)$/,
    /^questions\.(only_if|visible_to)$/,
    /^wordings\.(label|hint|options)$/,
  ],
  'what the city promised in public, which names an office': [/^(commitments|commitment_steps)\./],
  'who does what on the day, in the team’s own words': [/^cues\.(text|who)$/],
  'released to the public, which stays': [/^releases\.(name|agenda)$/, /^voices\.(text|answer)$/],
  'votes of nobody in particular, and words that a moderator lets stand': [
    /^polls\.(question|options|hidden_words)$/,
    /^poll_votes\.choices$/,
  ],
  'what organisers tell everybody of a meeting; speakers are named beside it, for as long as they may be': [
    /^articles\.(title|lead|text|photo_ids)$/,
  ],
  'what organisers tell the funder; whoever is quoted agreed to it: docs/decisions/quotes-stay.md': [/^reports\./],
  'what organisers write down of what was said in public': [/^(minutes|minute_versions)\./],
  'a day': [/^voices\.due_on$/],
  'a mark or a day, of nobody known': [/^survey_answers\.(marks|on)$/, /^story_feedback\.(on|slot_id)$/],
  'an organiser, for as long as they are one': [
    /^organisers\.(name|email)$/,
    // Forgotten when they have left all that they organised: tests/second-factors/former.test.ts.
    /^authenticators\.secret$/,
    /^passkeys\.(name|credential_id|public_key|transports)$/,
    /^recovery_codes\.code_hash$/,
  ],
  'what was done, never to whom: tests/organisers/history.test.ts has all its facts': [/^history\.facts$/],
  'the hash of an address that is kept nowhere, and what a mail server said of it': [
    /^(unsubscribed|unsubscribe_links|suppressed)\.address_hash$/,
    /^suppressed\.answer$/,
    /^received_mail\.message_hash$/,
    /^spent_proofs\.(nonce|address_hash)$/,
  ],
  'organisers’ words to many': [/^mailings\.(subject|text|audience)$/, /^letter_texts\.(key|text)$/],
  'what organisers say of a photo, and where who is in it agreed to be shown, without their name': [
    /^photos\.(slot_id|content_hash|alt|credit|people|channels)$/,
    /^photo_people\.agreed$/,
  ],
  'an id of our own making': [
    /^door_steps\.device$/,
    /^(letters\.(once|voice_id)|speakers\.picture_id|withdrawals\.slot_id|materials\.slot_id|workshops\.slot_id|voices\.(slot_id|merged_into)|cues\.slot_id|erasures\.registration_id)$/,
  ],
}
