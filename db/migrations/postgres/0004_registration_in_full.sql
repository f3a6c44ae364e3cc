CREATE TABLE "answer_files" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"question_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "answer_files_type" CHECK ("answer_files"."type" in ('pdf', 'webp'))
);

CREATE TABLE "answers" (
	"registration_id" text NOT NULL,
	"question_id" text NOT NULL,
	"wording_id" text NOT NULL,
	"value" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "answers_registration_id_question_id_pk" PRIMARY KEY("registration_id","question_id")
);

CREATE TABLE "consent_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"number" bigint NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"since" bigint NOT NULL,
	"by" text
);

CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"participant_id" text,
	"channel" text NOT NULL,
	"agreed" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"organiser_id" text,
	"guardianship_id" text,
	"locale" text NOT NULL,
	"text_version" text NOT NULL,
	CONSTRAINT "consents_channel" CHECK ("consents"."channel" in ('web', 'social', 'press', 'funder')),
	CONSTRAINT "consents_by" CHECK ("consents"."by" in ('self', 'guardian', 'organiser', 'teacher'))
);

CREATE TABLE "erasures" (
	"registration_id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "guardianship_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"guardianship_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "guardianships" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"about" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"reminded_at" bigint,
	"until" bigint,
	"answered_at" bigint,
	"agreed" bigint,
	"signed_by" text DEFAULT '' NOT NULL,
	"text_version" text DEFAULT '' NOT NULL,
	CONSTRAINT "guardianships_about" CHECK ("guardianships"."about" in ('attendance', 'photos'))
);

CREATE TABLE "helpers" (
	"meeting_id" text NOT NULL,
	"organiser_id" text NOT NULL,
	"role" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "helpers_meeting_id_organiser_id_pk" PRIMARY KEY("meeting_id","organiser_id"),
	CONSTRAINT "helpers_role" CHECK ("helpers"."role" in ('organiser', 'door', 'moderator'))
);

CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text
);

CREATE TABLE "place_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"number" bigint NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"seats" bigint NOT NULL,
	"group_id" text,
	"organiser_id" text
);

CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"required" bigint DEFAULT 0 NOT NULL,
	"asked" text DEFAULT 'at-sign-up' NOT NULL,
	"only_if" text,
	"visible_to" text DEFAULT '["organiser"]' NOT NULL,
	"keep_days" bigint,
	"retired_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "questions_kind" CHECK ("questions"."kind" in ('text', 'long-text', 'choice', 'choices', 'number', 'date', 'yes-no', 'file')),
	CONSTRAINT "questions_asked" CHECK ("questions"."asked" in ('at-sign-up', 'with-place'))
);

CREATE TABLE "reserved_places" (
	"meeting_id" text NOT NULL,
	"group_id" text NOT NULL,
	"places" bigint NOT NULL,
	CONSTRAINT "reserved_places_meeting_id_group_id_pk" PRIMARY KEY("meeting_id","group_id"),
	CONSTRAINT "reserved_places_places" CHECK ("reserved_places"."places" > 0)
);

CREATE TABLE "wordings" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"number" bigint NOT NULL,
	"label" text DEFAULT '{}' NOT NULL,
	"hint" text DEFAULT '{}' NOT NULL,
	"options" text DEFAULT '[]' NOT NULL,
	"since" bigint NOT NULL
);

CREATE TABLE "workshop_choices" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"slot_id" text NOT NULL,
	"arrival" bigint NOT NULL,
	"status" text NOT NULL,
	"status_at" bigint NOT NULL,
	CONSTRAINT "workshop_choices_status" CHECK ("workshop_choices"."status" in ('in', 'waiting', 'left'))
);

CREATE TABLE "workshops" (
	"slot_id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"places" bigint NOT NULL,
	CONSTRAINT "workshops_places" CHECK ("workshops"."places" > 0)
);

ALTER TABLE "groups" ADD COLUMN "adult" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "letters" ADD COLUMN "guardianship_id" text;
ALTER TABLE "meetings" ADD COLUMN "approval" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "promotion_paused_at" bigint;
ALTER TABLE "meetings" ADD COLUMN "friends_most" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "takes_classes" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "asks_age" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "guardian_days" bigint DEFAULT 7 NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "photo_channels" text DEFAULT '[]' NOT NULL;
ALTER TABLE "meetings" ADD COLUMN "keep_days" bigint DEFAULT 30 NOT NULL;
ALTER TABLE "projects" ADD COLUMN "child_age" bigint DEFAULT 13 NOT NULL;
ALTER TABLE "projects" ADD COLUMN "adult_age" bigint DEFAULT 18 NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "seats" bigint DEFAULT 1 NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "class_name" text;
ALTER TABLE "registrations" ADD COLUMN "class_key" text DEFAULT '' NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "birth_year" bigint;
ALTER TABLE "registrations" ADD COLUMN "age_band" text;
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "answers" ADD CONSTRAINT "answers_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "answers" ADD CONSTRAINT "answers_wording_id_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "wordings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_guardianship_id_guardianships_id_fk" FOREIGN KEY ("guardianship_id") REFERENCES "guardianships"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "guardianship_links" ADD CONSTRAINT "guardianship_links_guardianship_id_guardianships_id_fk" FOREIGN KEY ("guardianship_id") REFERENCES "guardianships"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "helpers" ADD CONSTRAINT "helpers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "helpers" ADD CONSTRAINT "helpers_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "participants" ADD CONSTRAINT "participants_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "place_steps" ADD CONSTRAINT "place_steps_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "place_steps" ADD CONSTRAINT "place_steps_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "place_steps" ADD CONSTRAINT "place_steps_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reserved_places" ADD CONSTRAINT "reserved_places_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reserved_places" ADD CONSTRAINT "reserved_places_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "workshop_choices" ADD CONSTRAINT "workshop_choices_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "workshop_choices" ADD CONSTRAINT "workshop_choices_slot_id_workshops_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "workshops"("slot_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "answer_files_registration" ON "answer_files" USING btree ("registration_id");
CREATE INDEX "answers_question" ON "answers" USING btree ("question_id");
CREATE UNIQUE INDEX "consent_texts_number" ON "consent_texts" USING btree ("project_id","number");
CREATE INDEX "consents_registration" ON "consents" USING btree ("registration_id","at");
CREATE INDEX "consents_participant" ON "consents" USING btree ("participant_id");
CREATE INDEX "guardianship_links_guardianship" ON "guardianship_links" USING btree ("guardianship_id");
CREATE INDEX "guardianships_registration" ON "guardianships" USING btree ("registration_id");
CREATE INDEX "guardianships_until" ON "guardianships" USING btree ("answered_at","until");
CREATE INDEX "helpers_organiser" ON "helpers" USING btree ("organiser_id");
CREATE INDEX "participants_registration" ON "participants" USING btree ("registration_id","position");
CREATE UNIQUE INDEX "place_steps_number" ON "place_steps" USING btree ("registration_id","number");
CREATE INDEX "questions_meeting" ON "questions" USING btree ("meeting_id","position");
CREATE UNIQUE INDEX "wordings_number" ON "wordings" USING btree ("question_id","number");
CREATE UNIQUE INDEX "workshop_choices_once" ON "workshop_choices" USING btree ("slot_id","registration_id") WHERE status in ('in', 'waiting');
CREATE INDEX "workshop_choices_registration" ON "workshop_choices" USING btree ("registration_id");
CREATE UNIQUE INDEX "workshop_choices_arrival" ON "workshop_choices" USING btree ("slot_id","arrival");
CREATE INDEX "workshops_meeting" ON "workshops" USING btree ("meeting_id");
CREATE INDEX "letters_guardianship" ON "letters" USING btree ("guardianship_id");
