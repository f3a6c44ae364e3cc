CREATE TABLE "check_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"participant_id" text,
	"at" bigint NOT NULL,
	"by" text
);

CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"letter_id" text NOT NULL,
	"at" bigint NOT NULL,
	"outcome" text NOT NULL,
	"answer" text,
	"organiser_id" text,
	CONSTRAINT "deliveries_outcome" CHECK ("deliveries"."outcome" in ('sent', 'delayed', 'refused', 'overtaken', 'bounced', 'held', 'freed', 'edited', 'hurried', 'dropped'))
);

CREATE TABLE "letter_texts" (
	"project_id" text NOT NULL,
	"locale" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text,
	CONSTRAINT "letter_texts_project_id_locale_key_pk" PRIMARY KEY("project_id","locale","key")
);

CREATE TABLE "mailings" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text DEFAULT 'about' NOT NULL,
	"subject" text DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '{}' NOT NULL,
	"audience" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"started_at" bigint,
	"queued_at" bigint,
	"paused_at" bigint,
	"stopped_at" bigint,
	CONSTRAINT "mailings_kind" CHECK ("mailings"."kind" in ('about', 'news'))
);

CREATE TABLE "personal_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"project_id" text NOT NULL,
	"email_key" text,
	"speaker_id" text,
	"locale" text NOT NULL,
	"alarm_minutes" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "personal_feeds_whose" CHECK (("personal_feeds"."email_key" is null) <> ("personal_feeds"."speaker_id" is null))
);

CREATE TABLE "received_mail" (
	"message_hash" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"registration_id" text,
	"speaker_id" text,
	CONSTRAINT "received_mail_kind" CHECK ("received_mail"."kind" in ('reply', 'bounce', 'automatic', 'other'))
);

CREATE TABLE "suppressed" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"answer" text,
	"at" bigint NOT NULL,
	CONSTRAINT "suppressed_reason" CHECK ("suppressed"."reason" in ('bounced', 'refused', 'by-hand'))
);

CREATE TABLE "unsubscribed" (
	"project_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "unsubscribed_project_id_address_hash_pk" PRIMARY KEY("project_id","address_hash")
);

ALTER TABLE "letters" ADD COLUMN "urgency" bigint DEFAULT 1 NOT NULL;
ALTER TABLE "letters" ADD COLUMN "held_at" bigint;
ALTER TABLE "letters" ADD COLUMN "words" text;
ALTER TABLE "letters" ADD COLUMN "mailing_id" text;
ALTER TABLE "letters" ADD COLUMN "once" text;
ALTER TABLE "letters" ADD COLUMN "bounced_at" bigint;
ALTER TABLE "meetings" ADD COLUMN "all_day" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "registrations" ADD COLUMN "reply_token" text;
ALTER TABLE "speakers" ADD COLUMN "reply_token" text;
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_by_organisers_id_fk" FOREIGN KEY ("by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "letters"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "letter_texts" ADD CONSTRAINT "letter_texts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "letter_texts" ADD CONSTRAINT "letter_texts_changed_by_organisers_id_fk" FOREIGN KEY ("changed_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_organisers_id_fk" FOREIGN KEY ("created_by") REFERENCES "organisers"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "personal_feeds" ADD CONSTRAINT "personal_feeds_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "personal_feeds" ADD CONSTRAINT "personal_feeds_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "received_mail" ADD CONSTRAINT "received_mail_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "received_mail" ADD CONSTRAINT "received_mail_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "unsubscribed" ADD CONSTRAINT "unsubscribed_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "check_ins_registration" ON "check_ins" USING btree ("registration_id") WHERE participant_id is null;
CREATE UNIQUE INDEX "check_ins_participant" ON "check_ins" USING btree ("participant_id");
CREATE INDEX "deliveries_letter" ON "deliveries" USING btree ("letter_id","at");
CREATE INDEX "mailings_meeting" ON "mailings" USING btree ("meeting_id","created_at");
CREATE UNIQUE INDEX "personal_feeds_token_hash_unique" ON "personal_feeds" USING btree ("token_hash");
CREATE UNIQUE INDEX "personal_feeds_person" ON "personal_feeds" USING btree ("project_id","email_key");
CREATE UNIQUE INDEX "personal_feeds_speaker" ON "personal_feeds" USING btree ("speaker_id");
CREATE INDEX "received_mail_at" ON "received_mail" USING btree ("at");
CREATE INDEX "received_mail_registration" ON "received_mail" USING btree ("registration_id");
CREATE INDEX "received_mail_speaker" ON "received_mail" USING btree ("speaker_id");
ALTER TABLE "letters" ADD CONSTRAINT "letters_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "mailings"("id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "letters_once_unique" ON "letters" USING btree ("once");
CREATE INDEX "letters_mailing" ON "letters" USING btree ("mailing_id");
CREATE UNIQUE INDEX "registrations_reply_token_unique" ON "registrations" USING btree ("reply_token");
CREATE UNIQUE INDEX "speakers_reply_token_unique" ON "speakers" USING btree ("reply_token");
