import { datedId, id, instant, localised } from './columns.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text, unique, uniqueIndex } from './drizzle.ts'
import type { Locale, Localised } from './languages.ts'

// Who organises.

export const organisers = sqliteTable('organisers', {
  id: id(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
  createdAt: instant('created_at').notNull(),
})

/** Emailed or printed links that sign an organiser in; only the hash of the token is kept. */
export const signInLinks = sqliteTable('sign_in_links', {
  tokenHash: text('token_hash').primaryKey(),
  /** Absent on the first-run link, which creates the first organiser. */
  organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'cascade' }),
  /** Hash of the asking browser's cookie; absent on links printed on the operator's terminal. */
  browserHash: text('browser_hash'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

export const sessions = sqliteTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  organiserId: text('organiser_id')
    .notNull()
    .references(() => organisers.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  /** When it ends unless it is used again. */
  expiresAt: instant('expires_at').notNull(),
  /** To the hour; absent before the first of them is over. */
  seenAt: instant('seen_at'),
  /** The beginning of what the browser said of itself at the sign-in. */
  userAgent: text('user_agent').notNull().default(''),
})

// What they show beside the link in their letter, if they chose to: docs/decisions/second-factors.md.

/** The app that shows an organiser a new code every 30 seconds (RFC 6238). */
export const authenticators = sqliteTable('authenticators', {
  organiserId: text('organiser_id')
    .primaryKey()
    .references(() => organisers.id, { onDelete: 'cascade' }),
  /** Both sides have to know it, so it is kept as it is: docs/security.md. */
  secret: text('secret').notNull(),
  /** Which 30 seconds since 1970 the code was of that was taken last: none is taken twice. */
  lastStep: integer('last_step').notNull(),
  addedAt: instant('added_at').notNull(),
  lastUsedAt: instant('last_used_at'),
})

export const passkeys = sqliteTable(
  'passkeys',
  {
    id: id(),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    /** What their owner calls it. */
    name: text('name').notNull(),
    /** The authenticator's own name for it (WebAuthn 5.1), and the key that verifies what it signs. */
    credentialId: text('credential_id').notNull().unique(),
    publicKey: text('public_key').notNull(),
    /** How often it has signed; 0 with those that do not count. */
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull().default([]),
    addedAt: instant('added_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkeys_organiser').on(table.organiserId)],
)

/** For when app and passkeys are lost; each is good once, and then gone. Only the hashes are kept. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('recovery_codes_organiser').on(table.organiserId)],
)

/** Somebody who has used the link in their letter and still owes the second factor. No session: it opens that page alone. */
export const halfSessions = sqliteTable('half_sessions', {
  idHash: text('id_hash').primaryKey(),
  organiserId: text('organiser_id')
    .notNull()
    .references(() => organisers.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** What a session, or half of one, waits for: that a new app is confirmed, or that a passkey signs a challenge. */
export const factorsAsked = sqliteTable(
  'factors_asked',
  {
    /** Of the session's, or half session's, id. */
    holderHash: text('holder_hash').notNull(),
    kind: text('kind', { enum: ['app', 'passkey'] }).notNull(),
    /** The app's secret, or the challenge. */
    secret: text('secret').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.holderHash, table.kind] })],
)

/** Codes that were not right; those of the last hour count. */
export const wrongCodes = sqliteTable(
  'wrong_codes',
  {
    id: datedId(),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    holderHash: text('holder_hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('wrong_codes_organiser').on(table.organiserId, table.at)],
)

// What they run: projects with their series of meetings.

export const projects = sqliteTable('projects', {
  id: id(),
  slug: text('slug').notNull().unique(),
  title: localised('title'),
  aim: localised('aim'),
  programme: localised('programme'),
  funder: localised('funder'),
  /** The sentence the funder asks for on every page. */
  disclaimer: localised('disclaimer'),
  number: text('number').notNull().default(''),
  colour: text('colour').notNull(),
  /** Languages of its content, the first one leading. */
  locales: text('locales', { mode: 'json' }).$type<Locale[]>().notNull(),
  zone: text('zone').notNull(),
  startsOn: text('starts_on'),
  endsOn: text('ends_on'),
  contactEmail: text('contact_email').notNull().default(''),
  /** Below it a guardian agrees to the taking part; below the next, only to what the law asks of them (photos). */
  childAge: integer('child_age').notNull().default(13),
  adultAge: integer('adult_age').notNull().default(18),
  /** How the funder counts: `Counting`. */
  counting: text('counting', { mode: 'json' }).$type<Counting>().notNull().default({}),
  /** Whom the young turn to when something is wrong: on every page. */
  trustedName: text('trusted_name').notNull().default(''),
  trustedPhone: text('trusted_phone').notNull().default(''),
  trustedEmail: text('trusted_email').notNull().default(''),
  /** Since when everybody may put ideas on the project's wall; absent: the wall is closed. */
  wallOpenedAt: instant('wall_opened_at'),
  /** Marks the invented example that ships with the product. */
  example: integer('example', { mode: 'boolean' }).notNull().default(false),
  createdAt: instant('created_at').notNull(),
  publishedAt: instant('published_at'),
  archivedAt: instant('archived_at'),
})

export const memberships = sqliteTable(
  'memberships',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    role: text('role').$type<'owner' | 'organiser' | 'door' | 'moderator' | 'answerer'>().notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.organiserId] }),
    index('memberships_organiser').on(table.organiserId),
    check('memberships_role', sql`${table.role} in ('owner', 'organiser', 'door', 'moderator', 'answerer')`),
  ],
)

/** Who helps with one meeting alone; a role in the project counts for all of its meetings. */
export const helpers = sqliteTable(
  'helpers',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    role: text('role').$type<'organiser' | 'door' | 'moderator'>().notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.organiserId] }),
    index('helpers_organiser').on(table.organiserId),
    check('helpers_role', sql`${table.role} in ('organiser', 'door', 'moderator')`),
  ],
)

export const phases = sqliteTable(
  'phases',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    title: localised('title'),
    text: localised('text'),
    startsOn: text('starts_on'),
    endsOn: text('ends_on'),
  },
  (table) => [index('phases_project').on(table.projectId, table.position)],
)

export const partners = sqliteTable(
  'partners',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localised('name'),
    url: text('url').notNull().default(''),
    lead: integer('lead', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('partners_project').on(table.projectId, table.position)],
)

export const projectLinks = sqliteTable(
  'project_links',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    label: localised('label'),
    url: text('url').notNull(),
  },
  (table) => [index('project_links_project').on(table.projectId, table.position)],
)

/** Participant groups a person chooses from when registering: pupil, student, teacher … */
export const groups = sqliteTable(
  'groups',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localised('name'),
    /** Retired groups stay for those who chose them, but are no longer offered. */
    retired: integer('retired', { mode: 'boolean' }).notNull().default(false),
    /** Everybody in it is of age: they are not asked how old they are. */
    adult: integer('adult', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('groups_project').on(table.projectId, table.position)],
)

export const logos = sqliteTable(
  'logos',
  {
    /** Also the file's name below the data folder; `DATA_DIR/logos/<id>.webp`. */
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    alt: localised('alt'),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
  },
  (table) => [index('logos_project').on(table.projectId, table.position)],
)

// A meeting: its days, its agenda.

export const meetings = sqliteTable(
  'meetings',
  {
    /** Also the calendar UID of the meeting, for life. */
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    /** Its place in the project's series: 1, 2, 3 … */
    number: integer('number').notNull(),
    title: localised('title'),
    summary: localised('summary'),
    /** Markdown. */
    description: localised('description'),
    placeName: localised('place_name'),
    address: text('address').notNull().default(''),
    accessNotes: localised('access_notes'),
    onlineUrl: text('online_url').notNull().default(''),
    zone: text('zone').notNull(),
    /** From the first day's start to the last day's end; `days` has the days between. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** An exhibition, open for days: calendars show its dates without hours, and it blocks nobody's time. */
    allDay: integer('all_day', { mode: 'boolean' }).notNull().default(false),
    capacity: integer('capacity').notNull(),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** Hours a person has to take an offered place. */
    offerHours: integer('offer_hours').notNull().default(24),
    /** Newcomers wait for an organiser's yes before they get a place or a turn in line. */
    approval: integer('approval', { mode: 'boolean' }).notNull().default(false),
    /** Since when no freed place is offered to anybody by itself. */
    promotionPausedAt: instant('promotion_paused_at'),
    /** While its sign-up is under attack: what the challenges are signed with that devices have to solve first. */
    guardKey: text('guard_key'),
    /** How many friends one person may bring along. */
    friendsMost: integer('friends_most').notNull().default(0),
    /** Classes and youth groups can be registered in one go. */
    takesClasses: integer('takes_classes', { mode: 'boolean' }).notNull().default(false),
    /** Whoever registers is asked for their year of birth. */
    asksAge: integer('asks_age', { mode: 'boolean' }).notNull().default(false),
    /** Days a guardian has to answer while the place is held. */
    guardianDays: integer('guardian_days').notNull().default(7),
    /** Where photos may be shown, if those in them agree: what everybody is asked. */
    photoChannels: text('photo_channels', { mode: 'json' }).$type<PhotoChannel[]>().notNull().default([]),
    /** Days after the meeting that people's names, addresses and answers are kept. */
    keepDays: integer('keep_days').notNull().default(30),
    /** Minutes without a further release before people hear of a changed agenda, in one letter. */
    quietMinutes: integer('quiet_minutes').notNull().default(10),
    /** "Done" is not stored: a published meeting is done when its end has passed. */
    status: text('status').$type<'draft' | 'published' | 'postponed' | 'cancelled'>().notNull().default('draft'),
    /** Whoever registers is asked whom to call if something happens to them: for those on duty on the day. */
    asksEmergencyContact: integer('asks_emergency_contact', { mode: 'boolean' }).notNull().default(false),
    /** What opens its room on phones, by hand or from the QR code. Absent: it has never been opened. */
    joinCode: text('join_code').unique(),
    roomOpenedAt: instant('room_opened_at'),
    roomClosedAt: instant('room_closed_at'),
    /** Who came is asked how it was, once it is over. */
    surveys: integer('surveys', { mode: 'boolean' }).notNull().default(false),
    /** iCalendar SEQUENCE, raised whenever the calendar entry changes. */
    sequence: integer('sequence').notNull().default(0),
    /** When the calendar entry last changed: DTSTAMP and LAST-MODIFIED. */
    changedAt: instant('changed_at').notNull(),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [
    unique('meetings_slug').on(table.projectId, table.slug),
    unique('meetings_number').on(table.projectId, table.number),
    check('meetings_capacity', sql`${table.capacity} > 0`),
    check('meetings_span', sql`${table.endsAt} > ${table.startsAt}`),
    check('meetings_status', sql`${table.status} in ('draft', 'published', 'postponed', 'cancelled')`),
  ],
)

export const days = sqliteTable(
  'days',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    unique('days_start').on(table.meetingId, table.startsAt),
    check('days_span', sql`${table.endsAt} > ${table.startsAt}`),
  ],
)

export const rooms = sqliteTable(
  'rooms',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localised('name'),
    /** How many people it holds, where that is known. */
    capacity: integer('capacity'),
  },
  (table) => [index('rooms_meeting').on(table.meetingId, table.position)],
)

/** The agenda as it is being drafted: order and durations; the times follow (see timetable). */
export const slots = sqliteTable(
  'slots',
  {
    /** Also the calendar UID of the slot, for life. */
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    /** Absent: in the tray of stories that have no time yet. */
    dayId: text('day_id').references(() => days.id, { onDelete: 'set null' }),
    /** Absent: in all rooms, as a break is. */
    roomId: text('room_id').references(() => rooms.id, { onDelete: 'set null' }),
    position: integer('position').notNull(),
    type: text('type').$type<'story' | 'talk' | 'workshop' | 'discussion' | 'break'>().notNull(),
    title: localised('title'),
    summary: localised('summary'),
    minutes: integer('minutes').notNull(),
    /** Minutes for changing over, before it starts. */
    gapMinutes: integer('gap_minutes').notNull().default(0),
    /** A slot that must not move starts here, whatever precedes it. */
    pinnedAt: instant('pinned_at'),
    /** A blocker: seen by organisers, never released. */
    internal: integer('internal', { mode: 'boolean' }).notNull().default(false),
    /** Who introduces its speakers on the day; told to them alone. */
    introducedBy: text('introduced_by').notNull().default(''),
    /** Its speakers are asked to hand slides in. */
    slidesWanted: integer('slides_wanted', { mode: 'boolean' }).notNull().default(false),
    /** Since when everybody may read its slides. */
    slidesPublishedAt: instant('slides_published_at'),
  },
  (table) => [
    unique('slots_slug').on(table.meetingId, table.slug),
    check('slots_minutes', sql`${table.minutes} between 1 and 1440`),
    check('slots_gap', sql`${table.gapMinutes} between 0 and 1440`),
    check('slots_type', sql`${table.type} in ('story', 'talk', 'workshop', 'discussion', 'break')`),
  ],
)

/** What organisers did to a draft agenda, so that it can be undone, and so that nobody overwrites it unseen. */
export const agendaSteps = sqliteTable(
  'agenda_steps',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … per meeting; what a page has seen is the number of the last one. */
    number: integer('number').notNull(),
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
    /** `done` can be undone by who did it, `undone` done again; `closed` neither. */
    state: text('state').$type<'done' | 'undone' | 'closed'>().notNull(),
    /** The rows it touched, before and after: `Changes` of server/agenda/steps.ts, as JSON. */
    changes: text('changes').notNull(),
  },
  (table) => [
    unique('agenda_steps_number').on(table.meetingId, table.number),
    check('agenda_steps_state', sql`${table.state} in ('done', 'undone', 'closed')`),
  ],
)

// Who speaks.

/** A person or a group that brings a story. What is only for organisers is wiped when its last meeting is long over. */
export const speakers = sqliteTable(
  'speakers',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'person' | 'group'>().notNull().default('person'),
    name: text('name').notNull(),
    /** Absent: organisers speak for them. An address is not an identity: two groups may share one. */
    email: text('email'),
    /** The language they are written to in; absent: the project's first. */
    locale: text('locale').$type<Locale>(),
    bio: localised('bio'),
    links: text('links', { mode: 'json' }).$type<{ label: string; url: string }[]>().notNull().default([]),
    /** Languages they speak in, as said by them: `lv`, `uk` … */
    languages: text('languages', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** The picture's file: `DATA_DIR/speakers/<pictureId>.webp`. */
    pictureId: text('picture_id'),
    /** Under the age of consent: a guardian must agree before the name or the picture is public. */
    minor: integer('minor', { mode: 'boolean' }).notNull().default(false),
    /** The secret in the address that their calendar answers to. */
    replyToken: text('reply_token').unique(),
    /** How often they alone were put into a slot or taken out: on top of the SEQUENCE of their slots. */
    sequence: integer('sequence').notNull().default(0),
    createdAt: instant('created_at'),
  },
  (table) => [index('speakers_name').on(table.projectId, table.name)],
)

export const slotSpeakers = sqliteTable(
  'slot_speakers',
  {
    slotId: text('slot_id')
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    speakerId: text('speaker_id')
      .notNull()
      .references(() => speakers.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** Planned, then invited; their yes is `accepted`, and the organisers' word after it `confirmed`: only then public. */
    standing: text('standing')
      .$type<'planned' | 'invited' | 'accepted' | 'confirmed' | 'declined'>()
      .notNull()
      .default('confirmed'),
    invitedAt: instant('invited_at'),
    answeredAt: instant('answered_at'),
    confirmedAt: instant('confirmed_at'),
    /** The one reminder of an invitation that was not answered. */
    remindedAt: instant('reminded_at'),
    /** The one reminder of slides that were not handed in. */
    slidesRemindedAt: instant('slides_reminded_at'),
  },
  (table) => [
    primaryKey({ columns: [table.slotId, table.speakerId] }),
    index('slot_speakers_speaker').on(table.speakerId),
    check(
      'slot_speakers_standing',
      sql`${table.standing} in ('planned', 'invited', 'accepted', 'confirmed', 'declined')`,
    ),
  ],
)

/**
 * A speaker said no after a yes, or the yes was taken back: no release names them in that slot, whatever becomes of the
 * draft, before organisers confirm them anew.
 */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Of the draft or of a release: it outlives the slot's row. */
    slotId: text('slot_id').notNull(),
    speakerId: text('speaker_id')
      .notNull()
      .references(() => speakers.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.slotId, table.speakerId] }),
    index('withdrawals_meeting').on(table.meetingId),
  ],
)

/** Links that open a speaker's own page. Every letter to them carries one of its own. */
export const speakerLinks = sqliteTable(
  'speaker_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    speakerId: text('speaker_id')
      .notNull()
      .references(() => speakers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('speaker_links_speaker').on(table.speakerId)],
)

/** What a guardian said about a young speaker: the record of consent, one row per guardian asked. */
export const guardianConsents = sqliteTable(
  'guardian_consents',
  {
    id: id(),
    speakerId: text('speaker_id')
      .notNull()
      .references(() => speakers.id, { onDelete: 'cascade' }),
    /** Wiped with the speaker's address; that there was a yes or a no stays. */
    email: text('email'),
    locale: text('locale').$type<Locale>().notNull(),
    askedAt: instant('asked_at').notNull(),
    remindedAt: instant('reminded_at'),
    answeredAt: instant('answered_at'),
    /** Their present answer; withdrawn, both are no again. */
    nameAgreed: integer('name_agreed', { mode: 'boolean' }).notNull().default(false),
    pictureAgreed: integer('picture_agreed', { mode: 'boolean' }).notNull().default(false),
    /** Who answered, as they signed. */
    signedBy: text('signed_by').notNull().default(''),
    /** The version of the text they were shown: a key of the catalogues. */
    textVersion: text('text_version').notNull().default(''),
  },
  (table) => [index('guardian_consents_speaker').on(table.speakerId)],
)

export const guardianLinks = sqliteTable(
  'guardian_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    consentId: text('consent_id')
      .notNull()
      .references(() => guardianConsents.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('guardian_links_consent').on(table.consentId)],
)

/** Slides and hand-outs of a slot; the file is `DATA_DIR/slides/<id>`. */
export const slides = sqliteTable(
  'slides',
  {
    id: id(),
    slotId: text('slot_id')
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    /** Absent: an organiser handed them in. */
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'set null' }),
    /** What it was called on their machine, cleaned: for people, never for the file system. */
    name: text('name').notNull(),
    type: text('type').$type<'pdf' | 'pptx' | 'odp' | 'webp'>().notNull(),
    bytes: integer('bytes').notNull(),
    handedInAt: instant('handed_in_at').notNull(),
  },
  (table) => [
    index('slides_slot').on(table.slotId),
    check('slides_type', sql`${table.type} in ('pdf', 'pptx', 'odp', 'webp')`),
  ],
)

// Calls for stories.

/** Asks for stories, for one meeting or for the whole project. */
export const calls = sqliteTable(
  'calls',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** Absent: for the project. */
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    title: localised('title'),
    /** Markdown. */
    text: localised('text'),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    /** The session types that can be brought. */
    types: text('types', { mode: 'json' }).$type<SlotType[]>().notNull(),
    /** Further questions, as the organisers put them; `id` names the answer. A retired one is only kept for its answers. */
    questions: text('questions', { mode: 'json' })
      .$type<{ id: string; label: Localised; required: boolean; retired?: boolean }[]>()
      .notNull()
      .default([]),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('calls_meeting').on(table.projectId, table.meetingId),
    uniqueIndex('calls_project').on(table.projectId).where(sql`meeting_id is null`),
    check('calls_span', sql`${table.closesAt} > ${table.opensAt}`),
  ],
)

/** What somebody would like to tell, from the first draft to the decision. */
export const stories = sqliteTable(
  'stories',
  {
    id: id(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    title: text('title').notNull().default(''),
    abstract: text('abstract').notNull().default(''),
    /** The language it will be told in. */
    language: text('language').$type<Locale>().notNull(),
    type: text('type').$type<SlotType>().notNull(),
    /** When and how they would like it, what they need. */
    wishes: text('wishes').notNull().default(''),
    /** By the question's id. */
    answers: text('answers', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    status: text('status').$type<'draft' | 'handed-in' | 'accepted' | 'rejected' | 'withdrawn'>().notNull(),
    createdAt: instant('created_at').notNull(),
    handedInAt: instant('handed_in_at'),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** Where an accepted one went. */
    slotId: text('slot_id').references(() => slots.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('stories_call').on(table.callId, table.status),
    index('stories_slot').on(table.slotId),
    check('stories_status', sql`${table.status} in ('draft', 'handed-in', 'accepted', 'rejected', 'withdrawn')`),
  ],
)

/** Who would tell it: the one who proposes it, first, and those they invite. They become speakers when it is accepted. */
export const storySpeakers = sqliteTable(
  'story_speakers',
  {
    id: id(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').$type<'person' | 'group'>().notNull().default('person'),
    name: text('name').notNull().default(''),
    email: text('email').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    bio: text('bio').notNull().default(''),
    minor: integer('minor', { mode: 'boolean' }).notNull().default(false),
    /** Whom to ask when they are a minor. */
    guardianEmail: text('guardian_email'),
    invitedAt: instant('invited_at'),
    /** When they said that they are in; the proposer is from the start. */
    joinedAt: instant('joined_at'),
    declinedAt: instant('declined_at'),
    /** The speaker they became. */
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'set null' }),
  },
  (table) => [index('story_speakers_story').on(table.storyId), index('story_speakers_speaker').on(table.speakerId)],
)

/** Links with which those who bring a story go on writing it. */
export const storyLinks = sqliteTable(
  'story_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    storySpeakerId: text('story_speaker_id')
      .notNull()
      .references(() => storySpeakers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('story_links_speaker').on(table.storySpeakerId)],
)

/** What an organiser thinks of a story: seen by organisers alone. */
export const storyReviews = sqliteTable(
  'story_reviews',
  {
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    organiserId: text('organiser_id')
      .notNull()
      .references(() => organisers.id, { onDelete: 'cascade' }),
    /** 1 to 5; absent: only a comment. */
    score: integer('score'),
    comment: text('comment').notNull().default(''),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.organiserId] }),
    check('story_reviews_score', sql`${table.score} between 1 and 5`),
  ],
)

/** What the public sees of an agenda: whole, timed, numbered, never edited. */
export const releases = sqliteTable(
  'releases',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    releasedAt: instant('released_at').notNull(),
    releasedBy: text('released_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** What its organisers called it; empty: its number says enough. */
    name: text('name').notNull().default(''),
    /** Made because the day runs late: by so many minutes. Nobody is written to. */
    lateMinutes: integer('late_minutes'),
    /** `ReleasedAgenda` of server/agenda/release.ts, as JSON. */
    agenda: text('agenda').notNull(),
  },
  (table) => [unique('releases_version').on(table.meetingId, table.version)],
)

// What those who come are asked.

/** A meeting's own question. How it is put is a wording of its own, so that no answer is ever re-labelled. */
export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind')
      .$type<'text' | 'long-text' | 'choice' | 'choices' | 'number' | 'date' | 'yes-no' | 'file'>()
      .notNull(),
    required: integer('required', { mode: 'boolean' }).notNull().default(false),
    /** Put in the sign-up form, or only once the place is sure. */
    asked: text('asked').$type<'at-sign-up' | 'with-place'>().notNull().default('at-sign-up'),
    /** Only asked of those who gave one of these answers (an option's id, `yes`, `no`) to an earlier question. */
    onlyIf: text('only_if', { mode: 'json' }).$type<{ questionId: string; answers: string[] }>(),
    /** Who may read the answers; owners always may. */
    visibleTo: text('visible_to', { mode: 'json' }).$type<Role[]>().notNull().default(['organiser']),
    /** Days after the meeting that its answers are kept; absent: as long as the people. */
    keepDays: integer('keep_days'),
    /** No longer put; its answers stay. */
    retiredAt: instant('retired_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('questions_meeting').on(table.meetingId, table.position),
    check(
      'questions_kind',
      sql`${table.kind} in ('text', 'long-text', 'choice', 'choices', 'number', 'date', 'yes-no', 'file')`,
    ),
    check('questions_asked', sql`${table.asked} in ('at-sign-up', 'with-place')`),
  ],
)

/** A question as it was put from some moment on: never edited once somebody has answered it. */
export const wordings = sqliteTable(
  'wordings',
  {
    id: id(),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    label: localised('label'),
    hint: localised('hint'),
    /** Of a choice. An option keeps its id from one wording to the next while it means the same. */
    options: text('options', { mode: 'json' }).$type<{ id: string; label: Localised }[]>().notNull().default([]),
    since: instant('since').notNull(),
  },
  (table) => [unique('wordings_number').on(table.questionId, table.number)],
)

// Who comes.

export const registrations = sqliteTable(
  'registrations',
  {
    id: datedId(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in the order of arrival at this meeting; the waiting list's order. */
    arrival: integer('arrival').notNull(),
    /** One person, a person with friends, or a class with whoever brings it. They come together or not at all. */
    kind: text('kind').$type<'person' | 'friends' | 'class'>().notNull().default('person'),
    /** How many places it takes, whoever registers included. */
    seats: integer('seats').notNull().default(1),
    /** Of a class: how many of those are adults who bring it, whoever registers included. */
    adults: integer('adults').notNull().default(0),
    /** Names and addresses are wiped `keepDays` after the meeting; status, group, seats and age band stay as counts. */
    name: text('name'),
    email: text('email'),
    /** The address in lower case: what "registered twice" means. */
    emailKey: text('email_key'),
    /** What a class is called; wiped with the name. */
    className: text('class_name'),
    /** The same folded, empty for everybody else: one address registers a class once, and several classes. */
    classKey: text('class_key').notNull().default(''),
    /** Wiped with the name; which age band that was stays. */
    birthYear: integer('birth_year'),
    ageBand: text('age_band').$type<'child' | 'young' | 'adult'>(),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    locale: text('locale').$type<Locale>().notNull(),
    /**
     * With a place: `confirmed`, and until `heldUntil` `offered` (to whoever waited), `invited` (by name) and `held`
     * (while a guardian is asked). Without: `requested` (waits for an organiser's yes), `waiting` (in line). Ended:
     * `cancelled`, `lapsed`, `refused` (an organiser's no).
     */
    status: text('status')
      .$type<
        'confirmed' | 'offered' | 'invited' | 'held' | 'requested' | 'waiting' | 'cancelled' | 'lapsed' | 'refused'
      >()
      .notNull(),
    /** When the present status began. */
    statusAt: instant('status_at').notNull(),
    /** Until when a place is kept that nobody has said yes to yet. */
    heldUntil: instant('offer_until'),
    /** This person's own SEQUENCE: above every calendar message sent to them. */
    sequence: integer('sequence').notNull().default(0),
    /** How often they came into a workshop or left one: on top of the SEQUENCE of its slot. */
    workshopSequence: integer('workshop_sequence').notNull().default(0),
    /** The secret in the address that this person's calendar answers to; wiped with the address. */
    replyToken: text('reply_token').unique(),
    /** The secret in the QR code shown at the door; wiped with the name. It opens nothing by itself. */
    doorToken: text('door_token').unique(),
    /** Whom to call if something happens: shown to those on duty alone, one by one; wiped a day after the meeting. */
    emergencyContact: text('emergency_contact'),
    /** Registered at the door, on the day. */
    walkIn: integer('walk_in', { mode: 'boolean' }).notNull().default(false),
    /** Which of the funder's age bands, once the year of birth is wiped: `13–15`. */
    countedBand: text('counted_band'),
    addedBy: text('added_by').references(() => organisers.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('registrations_arrival').on(table.meetingId, table.arrival),
    uniqueIndex('registrations_once')
      .on(table.meetingId, table.emailKey, table.classKey)
      .where(sql`status in ('confirmed', 'offered', 'invited', 'held', 'requested', 'waiting')`),
    index('registrations_address').on(table.meetingId, table.emailKey),
    index('registrations_status').on(table.meetingId, table.status, table.arrival),
    // All that counting places reads, so that it reads nothing else: tests/registrations/counting.test.ts.
    index('registrations_seats').on(table.meetingId, table.status, table.groupId, table.seats),
    index('registrations_group').on(table.groupId),
    index('registrations_held').on(table.status, table.heldUntil),
    check(
      'registrations_status',
      sql`${table.status} in ('confirmed', 'offered', 'invited', 'held', 'requested', 'waiting', 'cancelled', 'lapsed', 'refused')`,
    ),
    check(
      'registrations_hold',
      sql`(${table.status} in ('offered', 'invited', 'held')) = (${table.heldUntil} is not null)`,
    ),
    check('registrations_kind', sql`${table.kind} in ('person', 'friends', 'class')`),
    check('registrations_seats', sql`${table.seats} between 1 and 500`),
    check('registrations_age_band', sql`${table.ageBand} in ('child', 'young', 'adult')`),
  ],
)

/** Links that let their holder see, change and cancel a registration. Every letter carries one of its own. */
export const manageLinks = sqliteTable(
  'manage_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('manage_links_registration').on(table.registrationId)],
)

/** Places of a meeting that only people of one group can take; the rest is shared. */
export const reservedPlaces = sqliteTable(
  'reserved_places',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    places: integer('places').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.groupId] }),
    check('reserved_places_places', sql`${table.places} > 0`),
  ],
)

/** The journal of places: every state of every registration, in order. It names nobody, and stays. */
export const placeSteps = sqliteTable(
  'place_steps',
  {
    id: datedId(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … per registration. */
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    status: text('status').$type<Registration['status']>().notNull(),
    seats: integer('seats').notNull(),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    /** Absent: the person themselves, or the clock. */
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [unique('place_steps_number').on(table.registrationId, table.number)],
)

/** Those whom a registration brings along, as far as they are named: friends, the pupils of a class. */
export const participants = sqliteTable(
  'participants',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** Wiped with the registration's name. */
    name: text('name'),
  },
  (table) => [index('participants_registration').on(table.registrationId, table.position)],
)

/** One answer to one question. The words it was asked in belong to it. */
export const answers = sqliteTable(
  'answers',
  {
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    wordingId: text('wording_id')
      .notNull()
      .references(() => wordings.id, { onDelete: 'cascade' }),
    /** `AnswerValue` of server/questions/answer-value.ts, as JSON. */
    value: text('value').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.registrationId, table.questionId] }),
    index('answers_question').on(table.questionId),
  ],
)

/** A file that answers a question: `DATA_DIR/answers/<id>`. */
export const answerFiles = sqliteTable(
  'answer_files',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    /** What it was called on their machine, cleaned: for people, never for the file system. */
    name: text('name').notNull(),
    type: text('type').$type<'pdf' | 'webp'>().notNull(),
    bytes: integer('bytes').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('answer_files_registration').on(table.registrationId),
    check('answer_files_type', sql`${table.type} in ('pdf', 'webp')`),
  ],
)

/** A slot that one signs up for by itself, with so many places. Not part of the draft: it outlives the slot's row. */
export const workshops = sqliteTable(
  'workshops',
  {
    slotId: text('slot_id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    places: integer('places').notNull(),
  },
  (table) => [index('workshops_meeting').on(table.meetingId), check('workshops_places', sql`${table.places} > 0`)],
)

/** Who takes part in a workshop, or waits for it; a party goes together. */
export const workshopChoices = sqliteTable(
  'workshop_choices',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    slotId: text('slot_id')
      .notNull()
      .references(() => workshops.slotId, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in the order of arrival at this workshop; its waiting list's order. */
    arrival: integer('arrival').notNull(),
    status: text('status').$type<'in' | 'waiting' | 'left'>().notNull(),
    statusAt: instant('status_at').notNull(),
  },
  (table) => [
    unique('workshop_choices_arrival').on(table.slotId, table.arrival),
    uniqueIndex('workshop_choices_once').on(table.slotId, table.registrationId).where(sql`status in ('in', 'waiting')`),
    index('workshop_choices_registration').on(table.registrationId),
    check('workshop_choices_status', sql`${table.status} in ('in', 'waiting', 'left')`),
  ],
)

/** A young person's guardian, asked by letter. Addresses and names are wiped with the registration's. */
export const guardianships = sqliteTable(
  'guardianships',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    email: text('email'),
    locale: text('locale').$type<Locale>().notNull(),
    /** `attendance`: nothing is sure before their yes. `photos`: only about those. */
    about: text('about').$type<'attendance' | 'photos'>().notNull(),
    askedAt: instant('asked_at').notNull(),
    remindedAt: instant('reminded_at'),
    answeredAt: instant('answered_at'),
    agreed: integer('agreed', { mode: 'boolean' }),
    /** Who answered, as they signed. */
    signedBy: text('signed_by').notNull().default(''),
    /** The version of the text they were shown: a key of the catalogues. */
    textVersion: text('text_version').notNull().default(''),
  },
  (table) => [
    index('guardianships_registration').on(table.registrationId),
    check('guardianships_about', sql`${table.about} in ('attendance', 'photos')`),
  ],
)

export const guardianshipLinks = sqliteTable(
  'guardianship_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    guardianshipId: text('guardianship_id')
      .notNull()
      .references(() => guardianships.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('guardianship_links_guardianship').on(table.guardianshipId)],
)

/** The city's own words of what people agree to, by version; never edited. Without one, the catalogues' text is shown. */
export const consentTexts = sqliteTable(
  'consent_texts',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    text: localised('text'),
    since: instant('since').notNull(),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [unique('consent_texts_number').on(table.projectId, table.number)],
)

/** What was said about photos, once per saying and channel: the latest counts, and no word means no. */
export const consents = sqliteTable(
  'consents',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    /** Absent: whoever registered. */
    participantId: text('participant_id').references(() => participants.id, { onDelete: 'cascade' }),
    channel: text('channel').$type<PhotoChannel>().notNull(),
    agreed: integer('agreed', { mode: 'boolean' }).notNull(),
    at: instant('at').notNull(),
    by: text('by').$type<'self' | 'guardian' | 'organiser' | 'teacher'>().notNull(),
    /** Who wrote down what was said on paper. */
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'set null' }),
    guardianshipId: text('guardianship_id').references(() => guardianships.id, { onDelete: 'set null' }),
    locale: text('locale').$type<Locale>().notNull(),
    /** A key of the catalogues, or the id of one of the project's own texts. */
    textVersion: text('text_version').notNull(),
  },
  (table) => [
    index('consents_registration').on(table.registrationId, table.at),
    index('consents_participant').on(table.participantId),
    check('consents_channel', sql`${table.channel} in ('web', 'social', 'press', 'funder')`),
    check('consents_by', sql`${table.by} in ('self', 'guardian', 'organiser', 'teacher')`),
  ],
)

/** Whose data was erased, so that a restored backup forgets them again. It names nobody. */
export const erasures = sqliteTable('erasures', {
  registrationId: text('registration_id').primaryKey(),
  at: instant('at').notNull(),
})

// What we write to them.

/**
 * The outbox. A letter is queued in the transaction of the deed that causes it, as its kind and the facts that will
 * be gone by then; it is written out when it is posted, from what is true at that time.
 */
export const letters = sqliteTable(
  'letters',
  {
    /** Also the Message-ID's local part: stable over retries. */
    id: datedId(),
    kind: text('kind').notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'cascade' }),
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'cascade' }),
    /** To somebody who proposes a story. */
    storySpeakerId: text('story_speaker_id').references(() => storySpeakers.id, { onDelete: 'cascade' }),
    /** To a young speaker's guardian. */
    consentId: text('consent_id').references(() => guardianConsents.id, { onDelete: 'cascade' }),
    /** To the guardian of somebody young who registered. */
    guardianshipId: text('guardianship_id').references(() => guardianships.id, { onDelete: 'cascade' }),
    /** To whoever asked a question or put up an idea, or is to answer it; deleted with it. */
    voiceId: text('voice_id'),
    recipient: text('recipient').notNull(),
    /** The address folded (case, dots, +tag) so that one mailbox has one quota. */
    recipientKey: text('recipient_key').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    facts: text('facts', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    /** The secret of the link inside; wiped seven days after the letter went. */
    token: text('token'),
    queuedAt: instant('queued_at').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** While somebody is posting it: nobody else takes it until then. */
    claimedUntil: instant('claimed_until'),
    sentAt: instant('sent_at'),
    /** Given up or refused by the other side, overtaken by what happened since, or dropped by an organiser. */
    endedAt: instant('ended_at'),
    ending: text('ending').$type<'failed' | 'overtaken' | 'dropped'>(),
    /** What the mail server last said. */
    answer: text('answer'),
    /** 0: somebody waits for it at this moment; 1: about one person's place; 2: to many at once. The lowest goes first. */
    urgency: integer('urgency').notNull().default(1),
    /** Since when an organiser keeps it from going. */
    heldAt: instant('held_at'),
    /** In an organiser's own words instead of the usual ones. */
    words: text('words', { mode: 'json' }).$type<LetterWords>(),
    mailingId: text('mailing_id').references(() => mailings.id, { onDelete: 'cascade' }),
    /** What it is said about and to whom, where that may be said but once: the second insert is refused. */
    once: text('once').unique(),
    /** It went, and came back. */
    bouncedAt: instant('bounced_at'),
  },
  (table) => [
    index('letters_due').on(table.sentAt, table.endedAt, table.dueAt),
    // Why it has the first two, in which it holds nothing but null: server/mail/due.ts.
    index('letters_next')
      .on(table.sentAt, table.endedAt, table.urgency, table.queuedAt)
      .where(sql`sent_at is null and ended_at is null`),
    index('letters_mailing').on(table.mailingId),
    index('letters_recipient').on(table.recipientKey, table.queuedAt),
    index('letters_registration').on(table.registrationId, table.queuedAt),
    index('letters_speaker').on(table.speakerId, table.queuedAt),
    index('letters_story_speaker').on(table.storySpeakerId),
    index('letters_consent').on(table.consentId),
    index('letters_guardianship').on(table.guardianshipId),
    index('letters_project').on(table.projectId, table.queuedAt),
    index('letters_voice').on(table.voiceId),
    check('letters_ending', sql`${table.ending} in ('failed', 'overtaken', 'dropped')`),
  ],
)

/** What became of a letter, step by step: it goes with the letter. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: datedId(),
    letterId: text('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    outcome: text('outcome')
      .$type<
        'sent' | 'delayed' | 'refused' | 'overtaken' | 'bounced' | 'held' | 'freed' | 'edited' | 'hurried' | 'dropped'
      >()
      .notNull(),
    /** What the mail server said. */
    answer: text('answer'),
    /** Absent: the post itself. */
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('deliveries_letter').on(table.letterId, table.at),
    check(
      'deliveries_outcome',
      sql`${table.outcome} in ('sent', 'delayed', 'refused', 'overtaken', 'bounced', 'held', 'freed', 'edited', 'hurried', 'dropped')`,
    ),
  ],
)

/** A letter in organisers' words to many registrations of a meeting at once. */
export const mailings = sqliteTable(
  'mailings',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** `about`: what whoever comes has to know; `news`: what they can do without, and stop. */
    kind: text('kind').$type<'about' | 'news'>().notNull().default('about'),
    subject: localised('subject'),
    text: localised('text'),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** From then on its words and its audience stay as they are. */
    startedAt: instant('started_at'),
    /** Until when letters to its audience have been queued: all of them, once it is set. */
    queuedAt: instant('queued_at'),
    pausedAt: instant('paused_at'),
    /** What was not sent by then never is. */
    stoppedAt: instant('stopped_at'),
  },
  (table) => [
    index('mailings_meeting').on(table.meetingId, table.createdAt),
    check('mailings_kind', sql`${table.kind} in ('about', 'news')`),
  ],
)

/** Who wants no news of a project: the SHA-256 of the folded address, so that nobody can be read from it. */
export const unsubscribed = sqliteTable(
  'unsubscribed',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    addressHash: text('address_hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.addressHash] })],
)

/** Links in letters with news, by which their reader gets no more of it. They do nothing else, and outlive the letter. */
export const unsubscribeLinks = sqliteTable(
  'unsubscribe_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    addressHash: text('address_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('unsubscribe_links_expires').on(table.expiresAt)],
)

/** Addresses that mail servers say do not exist: the SHA-256 of the address in lower case. */
export const suppressed = sqliteTable(
  'suppressed',
  {
    addressHash: text('address_hash').primaryKey(),
    reason: text('reason').$type<'bounced' | 'refused' | 'by-hand'>().notNull(),
    /** What the mail server said, without the address. */
    answer: text('answer'),
    at: instant('at').notNull(),
  },
  (table) => [check('suppressed_reason', sql`${table.reason} in ('bounced', 'refused', 'by-hand')`)],
)

/** Organisers' words in place of a catalogue's, for one project and language. */
export const letterTexts = sqliteTable(
  'letter_texts',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    locale: text('locale').$type<Locale>().notNull(),
    /** A catalogue key below `letter.`. */
    key: text('key').notNull(),
    /** An ICU message with no other placeholders than the catalogue's. */
    text: text('text').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.locale, table.key] })],
)

/** What came into our mailbox and was dealt with: no message counts twice. Kept for a month; no content, no address. */
export const receivedMail = sqliteTable(
  'received_mail',
  {
    /** The SHA-256 of the Message-ID, or of the message where it has none. */
    messageHash: text('message_hash').primaryKey(),
    at: instant('at').notNull(),
    kind: text('kind').$type<'reply' | 'bounce' | 'automatic' | 'other'>().notNull(),
    outcome: text('outcome').notNull(),
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'cascade' }),
  },
  (table) => [
    index('received_mail_at').on(table.at),
    index('received_mail_registration').on(table.registrationId),
    index('received_mail_speaker').on(table.speakerId),
    check('received_mail_kind', sql`${table.kind} in ('reply', 'bounce', 'automatic', 'other')`),
  ],
)

/** Calendars that one person subscribes to: of every meeting of a project they come to, or of a speaker's slots. */
export const personalFeeds = sqliteTable(
  'personal_feeds',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** Whose registrations: their address in lower case. Absent on a speaker's feed. */
    emailKey: text('email_key'),
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'cascade' }),
    locale: text('locale').$type<Locale>().notNull(),
    /** Minutes before each entry; absent: no alarm. */
    alarmMinutes: integer('alarm_minutes'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('personal_feeds_person').on(table.projectId, table.emailKey),
    uniqueIndex('personal_feeds_speaker').on(table.speakerId),
    check('personal_feeds_whose', sql`(${table.emailKey} is null) <> (${table.speakerId} is null)`),
  ],
)

/** Who came: one row for a registration, or for one of those it brings along. */
export const checkIns = sqliteTable(
  'check_ins',
  {
    id: id(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    /** Absent: whoever registered. */
    participantId: text('participant_id').references(() => participants.id, { onDelete: 'cascade' }),
    /** When they were first seen, by the clock of the phone that saw them. */
    at: instant('at').notNull(),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('check_ins_registration').on(table.registrationId).where(sql`participant_id is null`),
    uniqueIndex('check_ins_participant').on(table.participantId),
  ],
)

/**
 * What happened at the door, as the phones there tell it, perhaps long afterwards. The id is made on the phone, so that
 * nothing counts twice; who is in follows from all of them (see check-ins).
 */
export const doorSteps = sqliteTable(
  'door_steps',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    /** Absent: whoever registered. */
    participantId: text('participant_id').references(() => participants.id, { onDelete: 'cascade' }),
    deed: text('deed').$type<'in' | 'undone'>().notNull(),
    /** By the phone's clock, put right by how far that was off. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Which phone: a random name that it keeps for this meeting. */
    device: text('device').notNull(),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('door_steps_meeting').on(table.meetingId, table.receivedAt),
    index('door_steps_registration').on(table.registrationId),
    index('door_steps_participant').on(table.participantId),
    check('door_steps_deed', sql`${table.deed} in ('in', 'undone')`),
  ],
)

/** People counted without names: those of a class or a party who are not named, and those in nobody's list. */
export const headCounts = sqliteTable(
  'head_counts',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Whose nameless companions; absent: in nobody's list. */
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    people: integer('people').notNull(),
    at: instant('at').notNull(),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('head_counts_registration').on(table.registrationId),
    index('head_counts_meeting').on(table.meetingId),
    check('head_counts_people', sql`${table.people} between 0 and 100000`),
  ],
)

// In the room, and the dialogue that goes on from it.

/**
 * What somebody asks or proposes: a question in the room, an idea on the wall. After the meeting what is not answered gets
 * an answerer, a date and a public answer.
 */
export const voices = sqliteTable(
  'voices',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** Absent: an idea put on the wall between meetings. */
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    /** The slot it was put to; of the draft or of a release: it outlives the slot's row. */
    slotId: text('slot_id'),
    kind: text('kind').$type<'question' | 'idea'>().notNull(),
    text: text('text').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    /** Whose voice it is, if they say so. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    /** Shown beside it, if they give one; wiped `keepDays` after the meeting. */
    name: text('name'),
    /** Hears when it is answered: wiped then, or a year later. */
    email: text('email'),
    /** The SHA-256 of the asking browser's cookie, so that it finds its own; wiped with the name. */
    voterHash: text('voter_hash'),
    status: text('status').$type<'waiting' | 'shown' | 'hidden' | 'merged'>().notNull().default('waiting'),
    /** The one that asks the same; its votes count there. */
    mergedInto: text('merged_into'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** Answered aloud, in the room. */
    spokenAt: instant('spoken_at'),
    /** Who is to answer it, and until which day. */
    answererId: text('answerer_id').references(() => organisers.id, { onDelete: 'set null' }),
    dueOn: text('due_on'),
    answer: localised('answer'),
    /** Since when everybody may read the answer. */
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** Of the answerer, about this due date. */
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    index('voices_project').on(table.projectId, table.createdAt),
    index('voices_meeting').on(table.meetingId, table.status),
    index('voices_answerer').on(table.answererId),
    check('voices_kind', sql`${table.kind} in ('question', 'idea')`),
    check('voices_status', sql`${table.status} in ('waiting', 'shown', 'hidden', 'merged')`),
    check('voices_merged', sql`(${table.status} = 'merged') = (${table.mergedInto} is not null)`),
  ],
)

/** One browser, one vote; which browser is wiped with the names, and the votes stay as counts. */
export const voiceVotes = sqliteTable(
  'voice_votes',
  {
    voiceId: text('voice_id')
      .notNull()
      .references(() => voices.id, { onDelete: 'cascade' }),
    /** The SHA-256 of the browser's cookie; a random value once it is wiped. */
    voterHash: text('voter_hash').notNull(),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.voiceId, table.voterHash] })],
)

/** Somebody says that something does not belong on a public page. Deleted with what it is about, and after a year. */
export const abuseReports = sqliteTable(
  'abuse_reports',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    voiceId: text('voice_id').references(() => voices.id, { onDelete: 'cascade' }),
    /** Or any page: its path. */
    path: text('path').notNull().default(''),
    words: text('words').notNull().default(''),
    at: instant('at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('abuse_reports_project').on(table.projectId, table.at),
    index('abuse_reports_voice').on(table.voiceId),
  ],
)

export const polls = sqliteTable(
  'polls',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').$type<'one' | 'several' | 'scale' | 'words'>().notNull(),
    question: localised('question'),
    /** To choose from; of a scale what its two ends mean; of words none. */
    options: text('options', { mode: 'json' }).$type<{ id: string; label: Localised }[]>().notNull().default([]),
    /** Words (folded) that are not to be shown. */
    hiddenWords: text('hidden_words', { mode: 'json' }).$type<string[]>().notNull().default([]),
    createdAt: instant('created_at').notNull(),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    /** Since when the hall screen and phones show what came out. */
    shownAt: instant('shown_at'),
  },
  (table) => [
    index('polls_meeting').on(table.meetingId, table.position),
    check('polls_kind', sql`${table.kind} in ('one', 'several', 'scale', 'words')`),
  ],
)

/** One browser's word in one poll: the last one counts. Which browser is wiped with the names. */
export const pollVotes = sqliteTable(
  'poll_votes',
  {
    pollId: text('poll_id')
      .notNull()
      .references(() => polls.id, { onDelete: 'cascade' }),
    /** The SHA-256 of the browser's cookie; a random value once it is wiped. */
    voterHash: text('voter_hash').notNull(),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    /** Options' ids, `1` to `5` on a scale, or words as they were typed. */
    choices: text('choices', { mode: 'json' }).$type<string[]>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.voterHash] })],
)

/** Solutions of challenges, each of which counts for one address: kept until the challenge has run out. */
export const spentProofs = sqliteTable('spent_proofs', {
  /** The challenge's own random number. */
  nonce: text('nonce').primaryKey(),
  meetingId: text('meeting_id')
    .notNull()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  addressHash: text('address_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** A line of the run-sheet: what somebody of the team does around a slot. */
export const cues = sqliteTable(
  'cues',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Of the draft or of a release: it outlives the slot's row. */
    slotId: text('slot_id').notNull(),
    /** Minutes from the slot's start; before it, less than 0. */
    offset: integer('offset').notNull().default(0),
    text: text('text').notNull(),
    /** Whose it is, in the team's own words. */
    who: text('who').notNull().default(''),
    doneAt: instant('done_at'),
  },
  (table) => [index('cues_meeting').on(table.meetingId, table.slotId)],
)

/** "You said → we will → we did", in public. */
export const commitments = sqliteTable(
  'commitments',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'set null' }),
    /** What it answers; absent: what was said aloud. */
    voiceId: text('voice_id').references(() => voices.id, { onDelete: 'set null' }),
    said: localised('said'),
    will: localised('will'),
    did: localised('did'),
    /** The office that promises. */
    office: localised('office'),
    state: text('state').$type<'promised' | 'under-way' | 'kept' | 'dropped'>().notNull().default('promised'),
    dueOn: text('due_on'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (table) => [
    index('commitments_project').on(table.projectId, table.createdAt),
    check('commitments_state', sql`${table.state} in ('promised', 'under-way', 'kept', 'dropped')`),
  ],
)

/** How a commitment went, in public: every state and every new date, with why. */
export const commitmentSteps = sqliteTable(
  'commitment_steps',
  {
    id: id(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    state: text('state').$type<(typeof commitments.$inferSelect)['state']>().notNull(),
    dueOn: text('due_on'),
    note: localised('note'),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [index('commitment_steps_commitment').on(table.commitmentId, table.at)],
)

// How it was.

/** Who was asked how it was: nothing leads from here to what they said. */
export const surveyLinks = sqliteTable(
  'survey_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    registrationId: text('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('survey_links_registration').on(table.registrationId)],
)

/** What somebody who came said of a meeting. The day alone, so that no log leads to a person. */
export const surveyAnswers = sqliteTable(
  'survey_answers',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** 1 to 5, by the question's key. */
    marks: text('marks', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    liked: text('liked').notNull().default(''),
    missed: text('missed').notNull().default(''),
    on: text('on').notNull(),
  },
  (table) => [index('survey_answers_meeting').on(table.meetingId)],
)

/** What somebody who came says to those who told a story: for them alone. */
export const storyFeedback = sqliteTable(
  'story_feedback',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    slotId: text('slot_id').notNull(),
    text: text('text').notNull(),
    on: text('on').notNull(),
    /** Its speaker does not want to see it again, or asks the organisers to look at it. */
    reportedAt: instant('reported_at'),
  },
  (table) => [index('story_feedback_slot').on(table.slotId), index('story_feedback_meeting').on(table.meetingId)],
)

// What remains.

/** A document or a link, of a project, a meeting or a slot; a file is `DATA_DIR/materials/<id>`. */
export const materials = sqliteTable(
  'materials',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    /** Of the draft or of a release: it outlives the slot's row. */
    slotId: text('slot_id'),
    position: integer('position').notNull(),
    /** A sign sheet or other evidence is for the report alone, and never public. */
    kind: text('kind').$type<'document' | 'presentation' | 'recording' | 'press' | 'evidence'>().notNull(),
    title: localised('title'),
    /** Of a link; empty on a file. */
    url: text('url').notNull().default(''),
    /** What the file was called, cleaned: for people, never for the file system. */
    name: text('name').notNull().default(''),
    type: text('type').$type<'pdf' | 'pptx' | 'odp' | 'docx' | 'odt' | 'xlsx' | 'ods' | 'webp'>(),
    bytes: integer('bytes'),
    licence: text('licence').$type<'all-rights' | 'cc-by' | 'cc-by-sa' | 'cc0'>().notNull().default('all-rights'),
    /** Whose it is, as they want to be named. */
    credit: text('credit').notNull().default(''),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').references(() => organisers.id, { onDelete: 'set null' }),
    publishedAt: instant('published_at'),
  },
  (table) => [
    index('materials_project').on(table.projectId, table.position),
    index('materials_meeting').on(table.meetingId),
    check('materials_kind', sql`${table.kind} in ('document', 'presentation', 'recording', 'press', 'evidence')`),
    check('materials_licence', sql`${table.licence} in ('all-rights', 'cc-by', 'cc-by-sa', 'cc0')`),
    check('materials_what', sql`(${table.url} = '') <> (${table.type} is null)`),
    check('materials_evidence', sql`${table.kind} <> 'evidence' or ${table.publishedAt} is null`),
  ],
)

/** A meeting's photos as a whole: when those who came see them, when everybody does. */
export const albums = sqliteTable('albums', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  /** Since when those who came see them by their link, and may object. */
  previewedAt: instant('previewed_at'),
  /** From then on the approved ones are public. */
  publicFrom: instant('public_from'),
  /** Up to where letters about the preview have been queued; absent: none was. */
  toldAt: instant('told_at'),
})

/** A photo; its files are `DATA_DIR/photos/<id>-<width>.webp`. What was sent is not kept. */
export const photos = sqliteTable(
  'photos',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    slotId: text('slot_id'),
    position: integer('position').notNull(),
    /** SHA-256 of what was sent: the same picture twice is one. */
    contentHash: text('content_hash').notNull(),
    alt: localised('alt'),
    credit: text('credit').notNull().default(''),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Who can be recognised, as organisers say: not looked at yet, nobody, or only those marked in it. */
    people: text('people').$type<'unknown' | 'nobody' | 'marked'>().notNull().default('unknown'),
    /** Where it may be shown at the most, whatever those in it agreed to. */
    channels: text('channels', { mode: 'json' }).$type<PhotoChannel[]>().notNull().default([]),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** When organisers last made it one that may be shown: from then on those who came see it, and can object. */
    readyAt: instant('ready_at'),
    /** Taken down at once, by an organiser or by whoever is in it; its files are gone. */
    takenDownAt: instant('taken_down_at'),
  },
  (table) => [
    unique('photos_once').on(table.meetingId, table.contentHash),
    index('photos_meeting').on(table.meetingId, table.position),
    check('photos_people', sql`${table.people} in ('unknown', 'nobody', 'marked')`),
  ],
)

/** Who is in a photo. Deleted with the registration's name: what then shows somebody whose yes is gone is not shown. */
export const photoPeople = sqliteTable(
  'photo_people',
  {
    id: id(),
    photoId: text('photo_id')
      .notNull()
      .references(() => photos.id, { onDelete: 'cascade' }),
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    participantId: text('participant_id').references(() => participants.id, { onDelete: 'cascade' }),
    speakerId: text('speaker_id').references(() => speakers.id, { onDelete: 'cascade' }),
    /** Where this person agreed to be shown, kept when their registration is wiped. */
    agreed: text('agreed', { mode: 'json' }).$type<PhotoChannel[]>(),
  },
  (table) => [
    index('photo_people_photo').on(table.photoId),
    index('photo_people_registration').on(table.registrationId),
    index('photo_people_speaker').on(table.speakerId),
  ],
)

/** Somebody in a photo said no to it. Their words are for organisers, and wiped with the names. */
export const photoObjections = sqliteTable(
  'photo_objections',
  {
    id: id(),
    photoId: text('photo_id')
      .notNull()
      .references(() => photos.id, { onDelete: 'cascade' }),
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'set null' }),
    words: text('words').notNull().default(''),
    at: instant('at').notNull(),
  },
  (table) => [index('photo_objections_photo').on(table.photoId)],
)

/** The minutes of one slot, as they stand. */
export const minutes = sqliteTable(
  'minutes',
  {
    /** Of the draft or of a release: they outlive the slot's row. */
    slotId: text('slot_id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** The number of the latest version: whoever saves names the one they began from. */
    version: integer('version').notNull(),
    approvedAt: instant('approved_at'),
    approvedBy: text('approved_by').references(() => organisers.id, { onDelete: 'set null' }),
    /** Everybody reads the approved version, from then on. */
    approvedVersion: integer('approved_version'),
    publishedAt: instant('published_at'),
  },
  (table) => [index('minutes_meeting').on(table.meetingId)],
)

/** Every text that was ever saved: nobody's is lost. */
export const minuteVersions = sqliteTable(
  'minute_versions',
  {
    id: id(),
    slotId: text('slot_id')
      .notNull()
      .references(() => minutes.slotId, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** The version its writer began from. */
    basedOn: integer('based_on').notNull(),
    /** Markdown. */
    text: localised('text'),
    at: instant('at').notNull(),
    by: text('by').references(() => organisers.id, { onDelete: 'set null' }),
  },
  (table) => [unique('minute_versions_number').on(table.slotId, table.number)],
)

/** What a project promised its funder, and what came of it. */
export const indicators = sqliteTable(
  'indicators',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localised('name'),
    /** What reaches it: counted by us, or written down by organisers. */
    counts: text('counts')
      .$type<
        'by-hand' | 'participants' | 'young' | 'attendances' | 'meetings' | 'stories' | 'answers' | 'commitments'
      >()
      .notNull()
      .default('by-hand'),
    planned: integer('planned').notNull(),
    /** By hand alone. */
    reached: integer('reached'),
  },
  (table) => [
    index('indicators_project').on(table.projectId, table.position),
    check(
      'indicators_counts',
      sql`${table.counts} in ('by-hand', 'participants', 'young', 'attendances', 'meetings', 'stories', 'answers', 'commitments')`,
    ),
  ],
)

/** The news of one meeting, drafted from the data and finished by a person. */
export const articles = sqliteTable('articles', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  title: localised('title'),
  lead: localised('lead'),
  /** Markdown. */
  text: localised('text'),
  /** In the order in which they are shown, as long as they may be. */
  photoIds: text('photo_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
  /** Whoever saves names the version they began from. */
  version: integer('version').notNull().default(1),
  draftedAt: instant('drafted_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  publishedAt: instant('published_at'),
})

/** The closing report of a project for its funder: what a person writes; numbers, stories and photos follow from the data. */
export const reports = sqliteTable('reports', {
  projectId: text('project_id')
    .primaryKey()
    .references(() => projects.id, { onDelete: 'cascade' }),
  /** Markdown, by the section's key. */
  sections: text('sections', { mode: 'json' }).$type<Record<string, Localised>>().notNull().default({}),
  /** With the agreement of whoever said it; `by`: as they want to be named. */
  quotes: text('quotes', { mode: 'json' }).$type<{ text: Localised; by: Localised }[]>().notNull().default([]),
  photoIds: text('photo_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
  version: integer('version').notNull().default(1),
  changedAt: instant('changed_at').notNull(),
  finishedAt: instant('finished_at'),
})

/** Letters before a meeting, so many hours ahead of its start. */
export const reminders = sqliteTable(
  'reminders',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    hoursAhead: integer('hours_ahead').notNull(),
    /** The start of the meeting for which it was dealt with: when the meeting moves, it is due anew. */
    doneFor: instant('done_for'),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.hoursAhead] }),
    check('reminders_hours_ahead', sql`${table.hoursAhead} between 1 and 720`),
  ],
)

// What was done, by whom.

export const history = sqliteTable(
  'history',
  {
    id: id(),
    at: instant('at').notNull(),
    /** Absent: the person themselves, or the clock. */
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'set null' }),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    /** A catalogue key below `history.`, e.g. `meeting.published`. */
    deed: text('deed').notNull(),
    facts: text('facts', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
  },
  (table) => [index('history_project').on(table.projectId, table.at)],
)

/** The subject and the first lines of one letter; everything else in it stays as it is. */
export type LetterWords = { subject: string; lead: string }

/** Which registrations of a meeting a mailing goes to; what is left out does not narrow. */
export type Audience = {
  /** These alone, picked by hand from the list. */
  ids?: string[]
  standing?: ('confirmed' | 'waiting' | 'requested' | 'offered' | 'invited' | 'held' | 'cancelled')[]
  came?: 'yes' | 'no'
  groupIds?: string[]
  locales?: Locale[]
  /** How many letters that came to when it started. */
  people?: number
}

/** How a funder counts; what is left out is as we do it. */
export type Counting = {
  /** From each age to the next; the last one is open: `[13, 16, 19, 26]`. */
  bands?: number[]
  /** Who is a participant: whoever came, or whoever had a place. */
  participant?: 'came' | 'registered'
  /** Adults who bring a class count as participants. */
  withAdults?: boolean
  /** No count of people below it is shown. */
  smallest?: number
}

export type Organiser = typeof organisers.$inferSelect
export type Project = typeof projects.$inferSelect
export type Phase = typeof phases.$inferSelect
export type Partner = typeof partners.$inferSelect
export type ProjectLink = typeof projectLinks.$inferSelect
export type Group = typeof groups.$inferSelect
export type Logo = typeof logos.$inferSelect
export type Role = (typeof memberships.$inferSelect)['role']
export type Meeting = typeof meetings.$inferSelect
export type Day = typeof days.$inferSelect
export type Room = typeof rooms.$inferSelect
export type Slot = typeof slots.$inferSelect
export type SlotType = Slot['type']
export type AgendaStep = typeof agendaSteps.$inferSelect
export type Speaker = typeof speakers.$inferSelect
export type SlotSpeaker = typeof slotSpeakers.$inferSelect
export type Standing = SlotSpeaker['standing']
export type GuardianConsent = typeof guardianConsents.$inferSelect
export type Slides = typeof slides.$inferSelect
export type Call = typeof calls.$inferSelect
export type Story = typeof stories.$inferSelect
export type StorySpeaker = typeof storySpeakers.$inferSelect
export type StoryReview = typeof storyReviews.$inferSelect
export type Question = typeof questions.$inferSelect
export type QuestionKind = Question['kind']
export type Wording = typeof wordings.$inferSelect
export type Participant = typeof participants.$inferSelect
export type Answer = typeof answers.$inferSelect
export type AnswerFile = typeof answerFiles.$inferSelect
export type PlaceStep = typeof placeSteps.$inferSelect
export type Workshop = typeof workshops.$inferSelect
export type WorkshopChoice = typeof workshopChoices.$inferSelect
export type Guardianship = typeof guardianships.$inferSelect
export type ConsentText = typeof consentTexts.$inferSelect
export type Consent = typeof consents.$inferSelect
/** Where a photo may be shown: on our pages, in our social media, in the press, in reports to the funder. */
export type PhotoChannel = 'web' | 'social' | 'press' | 'funder'
export type Registration = typeof registrations.$inferSelect
export type Reminder = typeof reminders.$inferSelect
export type Letter = typeof letters.$inferSelect
export type Delivery = typeof deliveries.$inferSelect
export type Mailing = typeof mailings.$inferSelect
export type LetterText = typeof letterTexts.$inferSelect
export type PersonalFeed = typeof personalFeeds.$inferSelect
export type CheckIn = typeof checkIns.$inferSelect
export type DoorStep = typeof doorSteps.$inferSelect
export type Voice = typeof voices.$inferSelect
export type AbuseReport = typeof abuseReports.$inferSelect
export type Poll = typeof polls.$inferSelect
export type PollVote = typeof pollVotes.$inferSelect
export type Cue = typeof cues.$inferSelect
export type Commitment = typeof commitments.$inferSelect
export type CommitmentStep = typeof commitmentSteps.$inferSelect
export type SurveyAnswer = typeof surveyAnswers.$inferSelect
export type StoryFeedback = typeof storyFeedback.$inferSelect
export type Material = typeof materials.$inferSelect
export type Licence = Material['licence']
export type Album = typeof albums.$inferSelect
export type Photo = typeof photos.$inferSelect
export type PhotoPerson = typeof photoPeople.$inferSelect
export type Minutes = typeof minutes.$inferSelect
export type MinuteVersion = typeof minuteVersions.$inferSelect
export type Indicator = typeof indicators.$inferSelect
export type Article = typeof articles.$inferSelect
export type Report = typeof reports.$inferSelect
