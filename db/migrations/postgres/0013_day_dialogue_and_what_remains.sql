CREATE TABLE "abuse_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"voice_id" text,
	"path" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	"closed_at" bigint,
	"closed_by" text
);

CREATE TABLE "albums" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"previewed_at" bigint,
	"public_from" bigint,
	"told_at" bigint
);

CREATE TABLE "articles" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"lead" text DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"photo_ids" text DEFAULT '[]' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"drafted_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"published_at" bigint
);

CREATE TABLE "commitment_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"due_on" text,
	"note" text DEFAULT '{}' NOT NULL,
	"by" text
);

CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"meeting_id" text,
	"voice_id" text,
	"said" text DEFAULT '{}' NOT NULL,
	"will" text DEFAULT '{}' NOT NULL,
	"did" text DEFAULT '{}' NOT NULL,
	"office" text DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'promised' NOT NULL,
	"due_on" text,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"published_at" bigint,
	CONSTRAINT "commitments_state" CHECK ("commitments"."state" in ('promised', 'under-way', 'kept', 'dropped'))
);

CREATE TABLE "cues" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"slot_id" text NOT NULL,
	"offset" bigint DEFAULT 0 NOT NULL,
	"text" text NOT NULL,
	"who" text DEFAULT '' NOT NULL,
	"done_at" bigint
);

CREATE TABLE "door_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"participant_id" text,
	"deed" text NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"device" text NOT NULL,
	"by" text,
	CONSTRAINT "door_steps_deed" CHECK ("door_steps"."deed" in ('in', 'undone'))
);

CREATE TABLE "head_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"registration_id" text,
	"group_id" text,
	"people" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text,
	CONSTRAINT "head_counts_people" CHECK ("head_counts"."people" between 0 and 100000)
);

CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text DEFAULT '{}' NOT NULL,
	"counts" text DEFAULT 'by-hand' NOT NULL,
	"planned" bigint NOT NULL,
	"reached" bigint,
	CONSTRAINT "indicators_counts" CHECK ("indicators"."counts" in ('by-hand', 'participants', 'young', 'attendances', 'meetings', 'stories', 'answers', 'commitments'))
);

CREATE TABLE "materials" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"meeting_id" text,
	"slot_id" text,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text DEFAULT '{}' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"type" text,
	"bytes" bigint,
	"licence" text DEFAULT 'all-rights' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text,
	"published_at" bigint,
	CONSTRAINT "materials_kind" CHECK ("materials"."kind" in ('document', 'presentation', 'recording', 'press', 'evidence')),
	CONSTRAINT "materials_licence" CHECK ("materials"."licence" in ('all-rights', 'cc-by', 'cc-by-sa', 'cc0')),
	CONSTRAINT "materials_what" CHECK (("materials"."url" = '') <> ("materials"."type" is null)),
	CONSTRAINT "materials_evidence" CHECK ("materials"."kind" <> 'evidence' or "materials"."published_at" is null)
);

CREATE TABLE "minute_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"slot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"based_on" bigint NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"at" bigint NOT NULL,
	"by" text
);

CREATE TABLE "minutes" (
	"slot_id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"version" bigint NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"approved_version" bigint,
	"published_at" bigint
);

CREATE TABLE "photo_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"photo_id" text NOT NULL,
	"registration_id" text,
	"words" text DEFAULT '' NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "photo_people" (
	"id" text PRIMARY KEY NOT NULL,
	"photo_id" text NOT NULL,
	"registration_id" text,
	"participant_id" text,
	"speaker_id" text,
	"agreed" text
);

CREATE TABLE "photos" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"slot_id" text,
	"position" bigint NOT NULL,
	"content_hash" text NOT NULL,
	"alt" text DEFAULT '{}' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"people" text DEFAULT 'unknown' NOT NULL,
	"channels" text DEFAULT '[]' NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text,
	"taken_down_at" bigint,
	CONSTRAINT "photos_people" CHECK ("photos"."people" in ('unknown', 'nobody', 'marked'))
);

CREATE TABLE "poll_votes" (
	"poll_id" text NOT NULL,
	"voter_hash" text NOT NULL,
	"group_id" text,
	"choices" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "poll_votes_poll_id_voter_hash_pk" PRIMARY KEY("poll_id","voter_hash")
);

CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"question" text DEFAULT '{}' NOT NULL,
	"options" text DEFAULT '[]' NOT NULL,
	"hidden_words" text DEFAULT '[]' NOT NULL,
	"created_at" bigint NOT NULL,
	"opened_at" bigint,
	"closed_at" bigint,
	"shown_at" bigint,
	CONSTRAINT "polls_kind" CHECK ("polls"."kind" in ('one', 'several', 'scale', 'words'))
);

CREATE TABLE "reports" (
	"project_id" text PRIMARY KEY NOT NULL,
	"sections" text DEFAULT '{}' NOT NULL,
	"quotes" text DEFAULT '[]' NOT NULL,
	"photo_ids" text DEFAULT '[]' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"changed_at" bigint NOT NULL,
	"finished_at" bigint
);

CREATE TABLE "story_feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"slot_id" text NOT NULL,
	"text" text NOT NULL,
	"on" text NOT NULL,
	"reported_at" bigint
);

CREATE TABLE "survey_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"marks" text NOT NULL,
	"liked" text DEFAULT '' NOT NULL,
	"missed" text DEFAULT '' NOT NULL,
	"on" text NOT NULL
);

CREATE TABLE "survey_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);

CREATE TABLE "voice_votes" (
	"voice_id" text NOT NULL,
	"voter_hash" text NOT NULL,
	"group_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "voice_votes_voice_id_voter_hash_pk" PRIMARY KEY("voice_id","voter_hash")
);

CREATE TABLE "voices" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"meeting_id" text,
	"slot_id" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"group_id" text,
	"name" text,
	"email" text,
	"voter_hash" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"merged_into" text,
	"created_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text,
	"spoken_at" bigint,
	"answerer_id" text,
	"due_on" text,
	"answer" text DEFAULT '{}' NOT NULL,
	"answered_at" bigint,
	"answered_by" text,
	"reminded_at" bigint,
	CONSTRAINT "voices_kind" CHECK ("voices"."kind" in ('question', 'idea')),
	CONSTRAINT "voices_status" CHECK ("voices"."status" in ('waiting', 'shown', 'hidden', 'merged')),
	CONSTRAINT "voices_merged" CHECK (("voices"."status" = 'merged') = ("voices"."merged_into" is not null))
);

ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role";
ALTER TABLE "letters" ADD COLUMN "voice_id" text;
ALTER TABLE "meetings" ADD COLUMN "asks_emergency_contact" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "join_code" text;
ALTER TABLE "meetings" ADD COLUMN "room_opened_at" bigint;
ALTER TABLE "meetings" ADD COLUMN "room_closed_at" bigint;
ALTER TABLE "meetings" ADD COLUMN "surveys" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "projects" ADD COLUMN "counting" text DEFAULT '{}' NOT NULL;
ALTER TABLE "projects" ADD COLUMN "trusted_name" text DEFAULT '' NOT NULL;
ALTER TABLE "projects" ADD COLUMN "trusted_phone" text DEFAULT '' NOT NULL;
ALTER TABLE "projects" ADD COLUMN "trusted_email" text DEFAULT '' NOT NULL;
ALTER TABLE "projects" ADD COLUMN "wall_opened_at" bigint;
ALTER TABLE "registrations" ADD COLUMN "door_token" text;
ALTER TABLE "registrations" ADD COLUMN "emergency_contact" text;
ALTER TABLE "registrations" ADD COLUMN "walk_in" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "counted_band" text;
ALTER TABLE "abuse_reports" ADD CONSTRAINT "abuse_reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "abuse_reports" ADD CONSTRAINT "abuse_reports_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "voices"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "abuse_reports" ADD CONSTRAINT "abuse_reports_closed_by_organisers_id_fk" FOREIGN KEY ("closed_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "albums" ADD CONSTRAINT "albums_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "voices"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "cues" ADD CONSTRAINT "cues_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "door_steps" ADD CONSTRAINT "door_steps_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "door_steps" ADD CONSTRAINT "door_steps_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "door_steps" ADD CONSTRAINT "door_steps_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "door_steps" ADD CONSTRAINT "door_steps_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "materials" ADD CONSTRAINT "materials_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "materials" ADD CONSTRAINT "materials_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "materials" ADD CONSTRAINT "materials_added_by_organisers_id_fk" FOREIGN KEY ("added_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "minute_versions" ADD CONSTRAINT "minute_versions_slot_id_minutes_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "minutes"("slot_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "minute_versions" ADD CONSTRAINT "minute_versions_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_approved_by_organisers_id_fk" FOREIGN KEY ("approved_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "photo_objections" ADD CONSTRAINT "photo_objections_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "photos"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photo_objections" ADD CONSTRAINT "photo_objections_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "photo_people" ADD CONSTRAINT "photo_people_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "photos"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photo_people" ADD CONSTRAINT "photo_people_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photo_people" ADD CONSTRAINT "photo_people_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photo_people" ADD CONSTRAINT "photo_people_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photos" ADD CONSTRAINT "photos_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "photos" ADD CONSTRAINT "photos_added_by_organisers_id_fk" FOREIGN KEY ("added_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "polls" ADD CONSTRAINT "polls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reports" ADD CONSTRAINT "reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "story_feedback" ADD CONSTRAINT "story_feedback_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "voice_votes" ADD CONSTRAINT "voice_votes_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "voices"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "voice_votes" ADD CONSTRAINT "voice_votes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_decided_by_organisers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_answerer_id_organisers_id_fk" FOREIGN KEY ("answerer_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "voices" ADD CONSTRAINT "voices_answered_by_organisers_id_fk" FOREIGN KEY ("answered_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "abuse_reports_project" ON "abuse_reports" USING btree ("project_id","at");
CREATE INDEX "abuse_reports_voice" ON "abuse_reports" USING btree ("voice_id");
CREATE INDEX "commitment_steps_commitment" ON "commitment_steps" USING btree ("commitment_id","at");
CREATE INDEX "commitments_project" ON "commitments" USING btree ("project_id","created_at");
CREATE INDEX "cues_meeting" ON "cues" USING btree ("meeting_id","slot_id");
CREATE INDEX "door_steps_meeting" ON "door_steps" USING btree ("meeting_id","received_at");
CREATE INDEX "door_steps_registration" ON "door_steps" USING btree ("registration_id");
CREATE INDEX "door_steps_participant" ON "door_steps" USING btree ("participant_id");
CREATE UNIQUE INDEX "head_counts_registration" ON "head_counts" USING btree ("registration_id");
CREATE INDEX "head_counts_meeting" ON "head_counts" USING btree ("meeting_id");
CREATE INDEX "indicators_project" ON "indicators" USING btree ("project_id","position");
CREATE INDEX "materials_project" ON "materials" USING btree ("project_id","position");
CREATE INDEX "materials_meeting" ON "materials" USING btree ("meeting_id");
CREATE UNIQUE INDEX "minute_versions_number" ON "minute_versions" USING btree ("slot_id","number");
CREATE INDEX "minutes_meeting" ON "minutes" USING btree ("meeting_id");
CREATE INDEX "photo_objections_photo" ON "photo_objections" USING btree ("photo_id");
CREATE INDEX "photo_people_photo" ON "photo_people" USING btree ("photo_id");
CREATE INDEX "photo_people_registration" ON "photo_people" USING btree ("registration_id");
CREATE INDEX "photo_people_speaker" ON "photo_people" USING btree ("speaker_id");
CREATE INDEX "photos_meeting" ON "photos" USING btree ("meeting_id","position");
CREATE UNIQUE INDEX "photos_once" ON "photos" USING btree ("meeting_id","content_hash");
CREATE INDEX "polls_meeting" ON "polls" USING btree ("meeting_id","position");
CREATE INDEX "story_feedback_slot" ON "story_feedback" USING btree ("slot_id");
CREATE INDEX "story_feedback_meeting" ON "story_feedback" USING btree ("meeting_id");
CREATE INDEX "survey_answers_meeting" ON "survey_answers" USING btree ("meeting_id");
CREATE INDEX "survey_links_registration" ON "survey_links" USING btree ("registration_id");
CREATE INDEX "voices_project" ON "voices" USING btree ("project_id","created_at");
CREATE INDEX "voices_meeting" ON "voices" USING btree ("meeting_id","status");
CREATE INDEX "voices_answerer" ON "voices" USING btree ("answerer_id");
CREATE INDEX "letters_voice" ON "letters" USING btree ("voice_id");
CREATE UNIQUE INDEX "meetings_join_code_unique" ON "meetings" USING btree ("join_code");
CREATE UNIQUE INDEX "registrations_door_token_unique" ON "registrations" USING btree ("door_token");
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'organiser', 'door', 'moderator', 'answerer'));
UPDATE "registrations" SET "door_token" = md5(gen_random_uuid()::text || gen_random_uuid()::text) WHERE "name" IS NOT NULL;
