CREATE TABLE `answer_files` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`question_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "answer_files_type" CHECK("answer_files"."type" in ('pdf', 'webp'))
);

CREATE INDEX `answer_files_registration` ON `answer_files` (`registration_id`);
CREATE TABLE `answers` (
	`registration_id` text NOT NULL,
	`question_id` text NOT NULL,
	`wording_id` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`registration_id`, `question_id`),
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`wording_id`) REFERENCES `wordings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `answers_question` ON `answers` (`question_id`);
CREATE TABLE `consent_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`since` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `consent_texts_number` ON `consent_texts` (`project_id`,`number`);
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`participant_id` text,
	`channel` text NOT NULL,
	`agreed` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`organiser_id` text,
	`guardianship_id` text,
	`locale` text NOT NULL,
	`text_version` text NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`guardianship_id`) REFERENCES `guardianships`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "consents_channel" CHECK("consents"."channel" in ('web', 'social', 'press', 'funder')),
	CONSTRAINT "consents_by" CHECK("consents"."by" in ('self', 'guardian', 'organiser', 'teacher'))
);

CREATE INDEX `consents_registration` ON `consents` (`registration_id`,`at`);
CREATE INDEX `consents_participant` ON `consents` (`participant_id`);
CREATE TABLE `erasures` (
	`registration_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);

CREATE TABLE `guardianship_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`guardianship_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`guardianship_id`) REFERENCES `guardianships`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `guardianship_links_guardianship` ON `guardianship_links` (`guardianship_id`);
CREATE TABLE `guardianships` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`email` text,
	`locale` text NOT NULL,
	`about` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`until` integer,
	`answered_at` integer,
	`agreed` integer,
	`signed_by` text DEFAULT '' NOT NULL,
	`text_version` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "guardianships_about" CHECK("guardianships"."about" in ('attendance', 'photos'))
);

CREATE INDEX `guardianships_registration` ON `guardianships` (`registration_id`);
CREATE INDEX `guardianships_until` ON `guardianships` (`answered_at`,`until`);
CREATE TABLE `helpers` (
	`meeting_id` text NOT NULL,
	`organiser_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `organiser_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "helpers_role" CHECK("helpers"."role" in ('organiser', 'door', 'moderator'))
);

CREATE INDEX `helpers_organiser` ON `helpers` (`organiser_id`);
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `participants_registration` ON `participants` (`registration_id`,`position`);
CREATE TABLE `place_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`seats` integer NOT NULL,
	`group_id` text,
	`organiser_id` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `place_steps_number` ON `place_steps` (`registration_id`,`number`);
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`asked` text DEFAULT 'at-sign-up' NOT NULL,
	`only_if` text,
	`visible_to` text DEFAULT '["organiser"]' NOT NULL,
	`keep_days` integer,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "questions_kind" CHECK("questions"."kind" in ('text', 'long-text', 'choice', 'choices', 'number', 'date', 'yes-no', 'file')),
	CONSTRAINT "questions_asked" CHECK("questions"."asked" in ('at-sign-up', 'with-place'))
);

CREATE INDEX `questions_meeting` ON `questions` (`meeting_id`,`position`);
CREATE TABLE `reserved_places` (
	`meeting_id` text NOT NULL,
	`group_id` text NOT NULL,
	`places` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `group_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reserved_places_places" CHECK("reserved_places"."places" > 0)
);

CREATE TABLE `wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`label` text DEFAULT '{}' NOT NULL,
	`hint` text DEFAULT '{}' NOT NULL,
	`options` text DEFAULT '[]' NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE UNIQUE INDEX `wordings_number` ON `wordings` (`question_id`,`number`);
CREATE TABLE `workshop_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`arrival` integer NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`slot_id`) REFERENCES `workshops`(`slot_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "workshop_choices_status" CHECK("workshop_choices"."status" in ('in', 'waiting', 'left'))
);

CREATE UNIQUE INDEX `workshop_choices_once` ON `workshop_choices` (`slot_id`,`registration_id`) WHERE status in ('in', 'waiting');
CREATE INDEX `workshop_choices_registration` ON `workshop_choices` (`registration_id`);
CREATE UNIQUE INDEX `workshop_choices_arrival` ON `workshop_choices` (`slot_id`,`arrival`);
CREATE TABLE `workshops` (
	`slot_id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`places` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "workshops_places" CHECK("workshops"."places" > 0)
);

CREATE INDEX `workshops_meeting` ON `workshops` (`meeting_id`);
ALTER TABLE `groups` ADD `adult` integer DEFAULT false NOT NULL;
ALTER TABLE `letters` ADD `guardianship_id` text;
CREATE INDEX `letters_guardianship` ON `letters` (`guardianship_id`);
ALTER TABLE `meetings` ADD `approval` integer DEFAULT false NOT NULL;
ALTER TABLE `meetings` ADD `promotion_paused_at` integer;
ALTER TABLE `meetings` ADD `friends_most` integer DEFAULT 0 NOT NULL;
ALTER TABLE `meetings` ADD `takes_classes` integer DEFAULT false NOT NULL;
ALTER TABLE `meetings` ADD `asks_age` integer DEFAULT false NOT NULL;
ALTER TABLE `meetings` ADD `guardian_days` integer DEFAULT 7 NOT NULL;
ALTER TABLE `meetings` ADD `photo_channels` text DEFAULT '[]' NOT NULL;
ALTER TABLE `meetings` ADD `keep_days` integer DEFAULT 30 NOT NULL;
ALTER TABLE `projects` ADD `child_age` integer DEFAULT 13 NOT NULL;
ALTER TABLE `projects` ADD `adult_age` integer DEFAULT 18 NOT NULL;
ALTER TABLE `registrations` ADD `kind` text DEFAULT 'person' NOT NULL;
ALTER TABLE `registrations` ADD `seats` integer DEFAULT 1 NOT NULL;
ALTER TABLE `registrations` ADD `class_name` text;
ALTER TABLE `registrations` ADD `class_key` text DEFAULT '' NOT NULL;
ALTER TABLE `registrations` ADD `birth_year` integer;
ALTER TABLE `registrations` ADD `age_band` text;
