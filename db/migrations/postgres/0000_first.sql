CREATE TABLE "days" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "days_span" CHECK ("days"."ends_at" > "days"."starts_at")
);

CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text DEFAULT '{}' NOT NULL,
	"retired" bigint DEFAULT 0 NOT NULL
);

CREATE TABLE "history" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"organiser_id" text,
	"project_id" text,
	"meeting_id" text,
	"deed" text NOT NULL,
	"facts" text DEFAULT '{}' NOT NULL
);

CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"project_id" text,
	"meeting_id" text,
	"registration_id" text,
	"organiser_id" text,
	"recipient" text NOT NULL,
	"recipient_key" text NOT NULL,
	"locale" text NOT NULL,
	"facts" text DEFAULT '{}' NOT NULL,
	"token" text,
	"queued_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"claimed_until" bigint,
	"sent_at" bigint,
	"ended_at" bigint,
	"ending" text,
	"answer" text
);

CREATE TABLE "logos" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"alt" text DEFAULT '{}' NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL
);

CREATE TABLE "manage_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"summary" text DEFAULT '{}' NOT NULL,
	"description" text DEFAULT '{}' NOT NULL,
	"place_name" text DEFAULT '{}' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"access_notes" text DEFAULT '{}' NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"zone" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"capacity" bigint NOT NULL,
	"opens_at" bigint,
	"closes_at" bigint,
	"offer_hours" bigint DEFAULT 24 NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"changed_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	"cancelled_at" bigint,
	CONSTRAINT "meetings_capacity" CHECK ("meetings"."capacity" > 0),
	CONSTRAINT "meetings_span" CHECK ("meetings"."ends_at" > "meetings"."starts_at"),
	CONSTRAINT "meetings_status" CHECK ("meetings"."status" in ('draft', 'published', 'postponed', 'cancelled'))
);

CREATE TABLE "memberships" (
	"project_id" text NOT NULL,
	"organiser_id" text NOT NULL,
	"role" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "memberships_project_id_organiser_id_pk" PRIMARY KEY("project_id","organiser_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'organiser'))
);

CREATE TABLE "organisers" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" bigint NOT NULL
);

CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text DEFAULT '{}' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"lead" bigint DEFAULT 0 NOT NULL
);

CREATE TABLE "phases" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"starts_on" text,
	"ends_on" text
);

CREATE TABLE "project_links" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"label" text DEFAULT '{}' NOT NULL,
	"url" text NOT NULL
);

CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"aim" text DEFAULT '{}' NOT NULL,
	"programme" text DEFAULT '{}' NOT NULL,
	"funder" text DEFAULT '{}' NOT NULL,
	"disclaimer" text DEFAULT '{}' NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"colour" text NOT NULL,
	"locales" text NOT NULL,
	"zone" text NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"contact_email" text DEFAULT '' NOT NULL,
	"example" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	"archived_at" bigint
);

CREATE TABLE "registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"arrival" bigint NOT NULL,
	"name" text,
	"email" text,
	"email_key" text,
	"group_id" text,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"status_at" bigint NOT NULL,
	"offer_until" bigint,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"added_by" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "registrations_status" CHECK ("registrations"."status" in ('confirmed', 'waiting', 'offered', 'cancelled', 'lapsed')),
	CONSTRAINT "registrations_offer" CHECK (("registrations"."status" = 'offered') = ("registrations"."offer_until" is not null))
);

CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"version" bigint NOT NULL,
	"released_at" bigint NOT NULL,
	"released_by" text,
	"agenda" text NOT NULL
);

CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text DEFAULT '{}' NOT NULL
);

CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"organiser_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"organiser_id" text,
	"browser_hash" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);

CREATE TABLE "slot_speakers" (
	"slot_id" text NOT NULL,
	"speaker_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "slot_speakers_slot_id_speaker_id_pk" PRIMARY KEY("slot_id","speaker_id")
);

CREATE TABLE "slots" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"slug" text NOT NULL,
	"day_id" text,
	"room_id" text,
	"position" bigint NOT NULL,
	"type" text NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"summary" text DEFAULT '{}' NOT NULL,
	"minutes" bigint NOT NULL,
	"gap_minutes" bigint DEFAULT 0 NOT NULL,
	"pinned_at" bigint,
	"internal" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "slots_minutes" CHECK ("slots"."minutes" between 1 and 1440),
	CONSTRAINT "slots_gap" CHECK ("slots"."gap_minutes" between 0 and 1440),
	CONSTRAINT "slots_type" CHECK ("slots"."type" in ('story', 'talk', 'workshop', 'discussion', 'break'))
);

CREATE TABLE "speakers" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"name" text NOT NULL
);

ALTER TABLE "days" ADD CONSTRAINT "days_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "groups" ADD CONSTRAINT "groups_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "history" ADD CONSTRAINT "history_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "history" ADD CONSTRAINT "history_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "history" ADD CONSTRAINT "history_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "logos" ADD CONSTRAINT "logos_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "manage_links" ADD CONSTRAINT "manage_links_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "partners" ADD CONSTRAINT "partners_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "phases" ADD CONSTRAINT "phases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "project_links" ADD CONSTRAINT "project_links_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_added_by_organisers_id_fk" FOREIGN KEY ("added_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "releases" ADD CONSTRAINT "releases_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "releases" ADD CONSTRAINT "releases_released_by_organisers_id_fk" FOREIGN KEY ("released_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slot_speakers" ADD CONSTRAINT "slot_speakers_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slot_speakers" ADD CONSTRAINT "slot_speakers_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slots" ADD CONSTRAINT "slots_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slots" ADD CONSTRAINT "slots_day_id_days_id_fk" FOREIGN KEY ("day_id") REFERENCES "days"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "slots" ADD CONSTRAINT "slots_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "days_start" ON "days" USING btree ("meeting_id","starts_at");
CREATE INDEX "groups_project" ON "groups" USING btree ("project_id","position");
CREATE INDEX "history_project" ON "history" USING btree ("project_id","at");
CREATE INDEX "letters_due" ON "letters" USING btree ("sent_at","ended_at","due_at");
CREATE INDEX "letters_recipient" ON "letters" USING btree ("recipient_key","queued_at");
CREATE INDEX "letters_registration" ON "letters" USING btree ("registration_id","queued_at");
CREATE INDEX "letters_project" ON "letters" USING btree ("project_id","queued_at");
CREATE INDEX "logos_project" ON "logos" USING btree ("project_id","position");
CREATE INDEX "manage_links_registration" ON "manage_links" USING btree ("registration_id");
CREATE UNIQUE INDEX "meetings_slug" ON "meetings" USING btree ("project_id","slug");
CREATE UNIQUE INDEX "meetings_number" ON "meetings" USING btree ("project_id","number");
CREATE INDEX "memberships_organiser" ON "memberships" USING btree ("organiser_id");
CREATE UNIQUE INDEX "organisers_email_unique" ON "organisers" USING btree ("email");
CREATE INDEX "partners_project" ON "partners" USING btree ("project_id","position");
CREATE INDEX "phases_project" ON "phases" USING btree ("project_id","position");
CREATE INDEX "project_links_project" ON "project_links" USING btree ("project_id","position");
CREATE UNIQUE INDEX "projects_slug_unique" ON "projects" USING btree ("slug");
CREATE UNIQUE INDEX "registrations_once" ON "registrations" USING btree ("meeting_id","email_key") WHERE status in ('confirmed', 'waiting', 'offered');
CREATE INDEX "registrations_address" ON "registrations" USING btree ("meeting_id","email_key");
CREATE INDEX "registrations_status" ON "registrations" USING btree ("meeting_id","status","arrival");
CREATE INDEX "registrations_group" ON "registrations" USING btree ("group_id");
CREATE INDEX "registrations_offers" ON "registrations" USING btree ("status","offer_until");
CREATE UNIQUE INDEX "registrations_arrival" ON "registrations" USING btree ("meeting_id","arrival");
CREATE UNIQUE INDEX "releases_version" ON "releases" USING btree ("meeting_id","version");
CREATE INDEX "rooms_meeting" ON "rooms" USING btree ("meeting_id","position");
CREATE UNIQUE INDEX "slots_slug" ON "slots" USING btree ("meeting_id","slug");
CREATE UNIQUE INDEX "speakers_name" ON "speakers" USING btree ("project_id","name");
