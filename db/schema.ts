import { id, instant, localised } from './columns.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text, unique, uniqueIndex } from './drizzle.ts'
import type { Locale } from './languages.ts'

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
  expiresAt: instant('expires_at').notNull(),
})

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
    role: text('role').$type<'owner' | 'organiser'>().notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.organiserId] }),
    index('memberships_organiser').on(table.organiserId),
    check('memberships_role', sql`${table.role} in ('owner', 'organiser')`),
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
    capacity: integer('capacity').notNull(),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** Hours a person has to take an offered place. */
    offerHours: integer('offer_hours').notNull().default(24),
    /** "Done" is not stored: a published meeting is done when its end has passed. */
    status: text('status').$type<'draft' | 'published' | 'postponed' | 'cancelled'>().notNull().default('draft'),
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
  },
  (table) => [
    unique('slots_slug').on(table.meetingId, table.slug),
    check('slots_minutes', sql`${table.minutes} between 1 and 1440`),
    check('slots_gap', sql`${table.gapMinutes} between 0 and 1440`),
    check('slots_type', sql`${table.type} in ('story', 'talk', 'workshop', 'discussion', 'break')`),
  ],
)

/** A person or a group that brings a story. */
export const speakers = sqliteTable(
  'speakers',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
  },
  (table) => [unique('speakers_name').on(table.projectId, table.name)],
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
  },
  (table) => [primaryKey({ columns: [table.slotId, table.speakerId] })],
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
    /** `ReleasedAgenda` of server/agenda/release.ts, as JSON. */
    agenda: text('agenda').notNull(),
  },
  (table) => [unique('releases_version').on(table.meetingId, table.version)],
)

// Who comes.

export const registrations = sqliteTable(
  'registrations',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in the order of arrival at this meeting; the waiting list's order. */
    arrival: integer('arrival').notNull(),
    /** Name and addresses are wiped 30 days after the meeting; status and group stay as counts. */
    name: text('name'),
    email: text('email'),
    /** The address in lower case: what "registered twice" means. */
    emailKey: text('email_key'),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'set null' }),
    locale: text('locale').$type<Locale>().notNull(),
    status: text('status').$type<'confirmed' | 'waiting' | 'offered' | 'cancelled' | 'lapsed'>().notNull(),
    /** When the present status began. */
    statusAt: instant('status_at').notNull(),
    offerUntil: instant('offer_until'),
    /** This person's own SEQUENCE: above every calendar message sent to them. */
    sequence: integer('sequence').notNull().default(0),
    addedBy: text('added_by').references(() => organisers.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('registrations_arrival').on(table.meetingId, table.arrival),
    uniqueIndex('registrations_once')
      .on(table.meetingId, table.emailKey)
      .where(sql`status in ('confirmed', 'waiting', 'offered')`),
    index('registrations_address').on(table.meetingId, table.emailKey),
    index('registrations_status').on(table.meetingId, table.status, table.arrival),
    index('registrations_group').on(table.groupId),
    index('registrations_offers').on(table.status, table.offerUntil),
    check('registrations_status', sql`${table.status} in ('confirmed', 'waiting', 'offered', 'cancelled', 'lapsed')`),
    check('registrations_offer', sql`(${table.status} = 'offered') = (${table.offerUntil} is not null)`),
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

// What we write to them.

/**
 * The outbox. A letter is queued in the transaction of the deed that causes it, as its kind and the facts that will
 * be gone by then; it is written out when it is posted, from what is true at that time.
 */
export const letters = sqliteTable(
  'letters',
  {
    /** Also the Message-ID's local part: stable over retries. */
    id: id(),
    kind: text('kind').notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    registrationId: text('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    organiserId: text('organiser_id').references(() => organisers.id, { onDelete: 'cascade' }),
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
    /** Given up, refused by the other side, or overtaken by what happened since. */
    endedAt: instant('ended_at'),
    ending: text('ending').$type<'failed' | 'overtaken'>(),
    /** What the mail server last said. */
    answer: text('answer'),
  },
  (table) => [
    index('letters_due').on(table.sentAt, table.endedAt, table.dueAt),
    index('letters_recipient').on(table.recipientKey, table.queuedAt),
    index('letters_registration').on(table.registrationId, table.queuedAt),
    index('letters_project').on(table.projectId, table.queuedAt),
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
export type Speaker = typeof speakers.$inferSelect
export type Registration = typeof registrations.$inferSelect
export type Letter = typeof letters.$inferSelect
