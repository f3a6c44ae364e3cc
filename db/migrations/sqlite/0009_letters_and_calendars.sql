CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`participant_id` text,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `check_ins_registration` ON `check_ins` (`registration_id`) WHERE participant_id is null;
CREATE UNIQUE INDEX `check_ins_participant` ON `check_ins` (`participant_id`);
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`answer` text,
	`organiser_id` text,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "deliveries_outcome" CHECK("deliveries"."outcome" in ('sent', 'delayed', 'refused', 'overtaken', 'bounced', 'held', 'freed', 'edited', 'hurried', 'dropped'))
);

CREATE INDEX `deliveries_letter` ON `deliveries` (`letter_id`,`at`);
CREATE TABLE `letter_texts` (
	`project_id` text NOT NULL,
	`locale` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text,
	PRIMARY KEY(`project_id`, `locale`, `key`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE TABLE `mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text DEFAULT 'about' NOT NULL,
	`subject` text DEFAULT '{}' NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`audience` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`started_at` integer,
	`queued_at` integer,
	`paused_at` integer,
	`stopped_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "mailings_kind" CHECK("mailings"."kind" in ('about', 'news'))
);

CREATE INDEX `mailings_meeting` ON `mailings` (`meeting_id`,`created_at`);
CREATE TABLE `personal_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`project_id` text NOT NULL,
	`email_key` text,
	`speaker_id` text,
	`locale` text NOT NULL,
	`alarm_minutes` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "personal_feeds_whose" CHECK(("personal_feeds"."email_key" is null) <> ("personal_feeds"."speaker_id" is null))
);

CREATE UNIQUE INDEX `personal_feeds_token_hash_unique` ON `personal_feeds` (`token_hash`);
CREATE UNIQUE INDEX `personal_feeds_person` ON `personal_feeds` (`project_id`,`email_key`);
CREATE UNIQUE INDEX `personal_feeds_speaker` ON `personal_feeds` (`speaker_id`);
CREATE TABLE `received_mail` (
	`message_hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`outcome` text NOT NULL,
	`registration_id` text,
	`speaker_id` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "received_mail_kind" CHECK("received_mail"."kind" in ('reply', 'bounce', 'automatic', 'other'))
);

CREATE INDEX `received_mail_at` ON `received_mail` (`at`);
CREATE INDEX `received_mail_registration` ON `received_mail` (`registration_id`);
CREATE INDEX `received_mail_speaker` ON `received_mail` (`speaker_id`);
CREATE TABLE `suppressed` (
	`address_hash` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL,
	CONSTRAINT "suppressed_reason" CHECK("suppressed"."reason" in ('bounced', 'refused', 'by-hand'))
);

CREATE TABLE `unsubscribed` (
	`project_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `address_hash`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

ALTER TABLE `letters` ADD `urgency` integer DEFAULT 1 NOT NULL;
ALTER TABLE `letters` ADD `held_at` integer;
ALTER TABLE `letters` ADD `words` text;
ALTER TABLE `letters` ADD `mailing_id` text REFERENCES mailings(id);
ALTER TABLE `letters` ADD `once` text;
ALTER TABLE `letters` ADD `bounced_at` integer;
CREATE UNIQUE INDEX `letters_once_unique` ON `letters` (`once`);
CREATE INDEX `letters_mailing` ON `letters` (`mailing_id`);
ALTER TABLE `meetings` ADD `all_day` integer DEFAULT false NOT NULL;
ALTER TABLE `registrations` ADD `reply_token` text;
CREATE UNIQUE INDEX `registrations_reply_token_unique` ON `registrations` (`reply_token`);
ALTER TABLE `speakers` ADD `reply_token` text;
CREATE UNIQUE INDEX `speakers_reply_token_unique` ON `speakers` (`reply_token`);
