CREATE TABLE "agenda_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"number" bigint NOT NULL,
	"organiser_id" text,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"changes" text NOT NULL,
	CONSTRAINT "agenda_steps_state" CHECK ("agenda_steps"."state" in ('done', 'undone', 'closed'))
);

CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"meeting_id" text,
	"title" text DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"types" text NOT NULL,
	"questions" text DEFAULT '[]' NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "calls_span" CHECK ("calls"."closes_at" > "calls"."opens_at")
);

CREATE TABLE "guardian_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"speaker_id" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"reminded_at" bigint,
	"answered_at" bigint,
	"name_agreed" bigint DEFAULT 0 NOT NULL,
	"picture_agreed" bigint DEFAULT 0 NOT NULL,
	"signed_by" text DEFAULT '' NOT NULL,
	"text_version" text DEFAULT '' NOT NULL
);

CREATE TABLE "guardian_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "slides" (
	"id" text PRIMARY KEY NOT NULL,
	"slot_id" text NOT NULL,
	"speaker_id" text,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"handed_in_at" bigint NOT NULL,
	CONSTRAINT "slides_type" CHECK ("slides"."type" in ('pdf', 'pptx', 'odp', 'webp'))
);

CREATE TABLE "speaker_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"speaker_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "stories" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"abstract" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"type" text NOT NULL,
	"wishes" text DEFAULT '' NOT NULL,
	"answers" text DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"created_at" bigint NOT NULL,
	"handed_in_at" bigint,
	"decided_at" bigint,
	"decided_by" text,
	"slot_id" text,
	CONSTRAINT "stories_status" CHECK ("stories"."status" in ('draft', 'handed-in', 'accepted', 'rejected', 'withdrawn'))
);

CREATE TABLE "story_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"story_speaker_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "story_reviews" (
	"story_id" text NOT NULL,
	"organiser_id" text NOT NULL,
	"score" bigint,
	"comment" text DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "story_reviews_story_id_organiser_id_pk" PRIMARY KEY("story_id","organiser_id"),
	CONSTRAINT "story_reviews_score" CHECK ("story_reviews"."score" between 1 and 5)
);

CREATE TABLE "story_speakers" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text DEFAULT 'person' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"minor" bigint DEFAULT 0 NOT NULL,
	"guardian_email" text,
	"invited_at" bigint,
	"joined_at" bigint,
	"declined_at" bigint,
	"speaker_id" text
);

DROP INDEX "speakers_name";
ALTER TABLE "letters" ADD COLUMN "speaker_id" text;
ALTER TABLE "letters" ADD COLUMN "story_speaker_id" text;
ALTER TABLE "letters" ADD COLUMN "consent_id" text;
ALTER TABLE "meetings" ADD COLUMN "quiet_minutes" bigint DEFAULT 10 NOT NULL;
ALTER TABLE "releases" ADD COLUMN "name" text DEFAULT '' NOT NULL;
ALTER TABLE "releases" ADD COLUMN "late_minutes" bigint;
ALTER TABLE "rooms" ADD COLUMN "capacity" bigint;
ALTER TABLE "slot_speakers" ADD COLUMN "standing" text DEFAULT 'confirmed' NOT NULL;
ALTER TABLE "slot_speakers" ADD COLUMN "invited_at" bigint;
ALTER TABLE "slot_speakers" ADD COLUMN "answered_at" bigint;
ALTER TABLE "slot_speakers" ADD COLUMN "confirmed_at" bigint;
ALTER TABLE "slot_speakers" ADD COLUMN "reminded_at" bigint;
ALTER TABLE "slot_speakers" ADD COLUMN "slides_reminded_at" bigint;
ALTER TABLE "slots" ADD COLUMN "introduced_by" text DEFAULT '' NOT NULL;
ALTER TABLE "slots" ADD COLUMN "slides_wanted" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "slots" ADD COLUMN "slides_published_at" bigint;
ALTER TABLE "speakers" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "email" text;
ALTER TABLE "speakers" ADD COLUMN "locale" text;
ALTER TABLE "speakers" ADD COLUMN "bio" text DEFAULT '{}' NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "links" text DEFAULT '[]' NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "languages" text DEFAULT '[]' NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "picture_id" text;
ALTER TABLE "speakers" ADD COLUMN "minor" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "created_at" bigint;
ALTER TABLE "agenda_steps" ADD CONSTRAINT "agenda_steps_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "agenda_steps" ADD CONSTRAINT "agenda_steps_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "calls" ADD CONSTRAINT "calls_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "calls" ADD CONSTRAINT "calls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_consent_id_guardian_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "guardian_consents"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slides" ADD CONSTRAINT "slides_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "slides" ADD CONSTRAINT "slides_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "speaker_links" ADD CONSTRAINT "speaker_links_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stories" ADD CONSTRAINT "stories_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stories" ADD CONSTRAINT "stories_decided_by_organisers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "stories" ADD CONSTRAINT "stories_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "story_links" ADD CONSTRAINT "story_links_story_speaker_id_story_speakers_id_fk" FOREIGN KEY ("story_speaker_id") REFERENCES "story_speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "story_reviews" ADD CONSTRAINT "story_reviews_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "story_reviews" ADD CONSTRAINT "story_reviews_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "story_speakers" ADD CONSTRAINT "story_speakers_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "story_speakers" ADD CONSTRAINT "story_speakers_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE set null ON UPDATE no action;
CREATE UNIQUE INDEX "agenda_steps_number" ON "agenda_steps" USING btree ("meeting_id","number");
CREATE UNIQUE INDEX "calls_project" ON "calls" USING btree ("project_id") WHERE meeting_id is null;
CREATE UNIQUE INDEX "calls_meeting" ON "calls" USING btree ("project_id","meeting_id");
CREATE INDEX "guardian_consents_speaker" ON "guardian_consents" USING btree ("speaker_id");
CREATE INDEX "guardian_links_consent" ON "guardian_links" USING btree ("consent_id");
CREATE INDEX "slides_slot" ON "slides" USING btree ("slot_id");
CREATE INDEX "speaker_links_speaker" ON "speaker_links" USING btree ("speaker_id");
CREATE INDEX "stories_call" ON "stories" USING btree ("call_id","status");
CREATE INDEX "stories_slot" ON "stories" USING btree ("slot_id");
CREATE INDEX "story_links_speaker" ON "story_links" USING btree ("story_speaker_id");
CREATE INDEX "story_speakers_story" ON "story_speakers" USING btree ("story_id");
CREATE INDEX "story_speakers_speaker" ON "story_speakers" USING btree ("speaker_id");
ALTER TABLE "letters" ADD CONSTRAINT "letters_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_story_speaker_id_story_speakers_id_fk" FOREIGN KEY ("story_speaker_id") REFERENCES "story_speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letters" ADD CONSTRAINT "letters_consent_id_guardian_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "guardian_consents"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "letters_speaker" ON "letters" USING btree ("speaker_id","queued_at");
CREATE INDEX "letters_story_speaker" ON "letters" USING btree ("story_speaker_id");
CREATE INDEX "letters_consent" ON "letters" USING btree ("consent_id");
CREATE INDEX "slot_speakers_speaker" ON "slot_speakers" USING btree ("speaker_id");
CREATE INDEX "speakers_name" ON "speakers" USING btree ("project_id","name");
