CREATE TABLE `agenda_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`organiser_id` text,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "agenda_steps_state" CHECK("agenda_steps"."state" in ('done', 'undone', 'closed'))
);

CREATE UNIQUE INDEX `agenda_steps_number` ON `agenda_steps` (`meeting_id`,`number`);
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`meeting_id` text,
	`title` text DEFAULT '{}' NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`types` text NOT NULL,
	`questions` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "calls_span" CHECK("calls"."closes_at" > "calls"."opens_at")
);

CREATE UNIQUE INDEX `calls_project` ON `calls` (`project_id`) WHERE meeting_id is null;
CREATE UNIQUE INDEX `calls_meeting` ON `calls` (`project_id`,`meeting_id`);
CREATE TABLE `guardian_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`speaker_id` text NOT NULL,
	`email` text,
	`locale` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`answered_at` integer,
	`name_agreed` integer DEFAULT false NOT NULL,
	`picture_agreed` integer DEFAULT false NOT NULL,
	`signed_by` text DEFAULT '' NOT NULL,
	`text_version` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `guardian_consents_speaker` ON `guardian_consents` (`speaker_id`);
CREATE TABLE `guardian_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`consent_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`consent_id`) REFERENCES `guardian_consents`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `guardian_links_consent` ON `guardian_links` (`consent_id`);
CREATE TABLE `slides` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`speaker_id` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`handed_in_at` integer NOT NULL,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "slides_type" CHECK("slides"."type" in ('pdf', 'pptx', 'odp', 'webp'))
);

CREATE INDEX `slides_slot` ON `slides` (`slot_id`);
CREATE TABLE `speaker_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`speaker_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `speaker_links_speaker` ON `speaker_links` (`speaker_id`);
CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`abstract` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`type` text NOT NULL,
	`wishes` text DEFAULT '' NOT NULL,
	`answers` text DEFAULT '{}' NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`handed_in_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`slot_id` text,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "stories_status" CHECK("stories"."status" in ('draft', 'handed-in', 'accepted', 'rejected', 'withdrawn'))
);

CREATE INDEX `stories_call` ON `stories` (`call_id`,`status`);
CREATE INDEX `stories_slot` ON `stories` (`slot_id`);
CREATE TABLE `story_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`story_speaker_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`story_speaker_id`) REFERENCES `story_speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `story_links_speaker` ON `story_links` (`story_speaker_id`);
CREATE TABLE `story_reviews` (
	`story_id` text NOT NULL,
	`organiser_id` text NOT NULL,
	`score` integer,
	`comment` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `organiser_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "story_reviews_score" CHECK("story_reviews"."score" between 1 and 5)
);

CREATE TABLE `story_speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text DEFAULT 'person' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`minor` integer DEFAULT false NOT NULL,
	`guardian_email` text,
	`invited_at` integer,
	`joined_at` integer,
	`declined_at` integer,
	`speaker_id` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `story_speakers_story` ON `story_speakers` (`story_id`);
CREATE INDEX `story_speakers_speaker` ON `story_speakers` (`speaker_id`);
DROP INDEX `speakers_name`;
ALTER TABLE `speakers` ADD `kind` text DEFAULT 'person' NOT NULL;
ALTER TABLE `speakers` ADD `email` text;
ALTER TABLE `speakers` ADD `locale` text;
ALTER TABLE `speakers` ADD `bio` text DEFAULT '{}' NOT NULL;
ALTER TABLE `speakers` ADD `links` text DEFAULT '[]' NOT NULL;
ALTER TABLE `speakers` ADD `languages` text DEFAULT '[]' NOT NULL;
ALTER TABLE `speakers` ADD `picture_id` text;
ALTER TABLE `speakers` ADD `minor` integer DEFAULT false NOT NULL;
ALTER TABLE `speakers` ADD `created_at` integer;
CREATE INDEX `speakers_name` ON `speakers` (`project_id`,`name`);
ALTER TABLE `letters` ADD `speaker_id` text REFERENCES speakers(id);
ALTER TABLE `letters` ADD `story_speaker_id` text REFERENCES story_speakers(id);
ALTER TABLE `letters` ADD `consent_id` text REFERENCES guardian_consents(id);
CREATE INDEX `letters_speaker` ON `letters` (`speaker_id`,`queued_at`);
CREATE INDEX `letters_story_speaker` ON `letters` (`story_speaker_id`);
CREATE INDEX `letters_consent` ON `letters` (`consent_id`);
ALTER TABLE `meetings` ADD `quiet_minutes` integer DEFAULT 10 NOT NULL;
ALTER TABLE `releases` ADD `name` text DEFAULT '' NOT NULL;
ALTER TABLE `releases` ADD `late_minutes` integer;
ALTER TABLE `rooms` ADD `capacity` integer;
ALTER TABLE `slot_speakers` ADD `standing` text DEFAULT 'confirmed' NOT NULL;
ALTER TABLE `slot_speakers` ADD `invited_at` integer;
ALTER TABLE `slot_speakers` ADD `answered_at` integer;
ALTER TABLE `slot_speakers` ADD `confirmed_at` integer;
ALTER TABLE `slot_speakers` ADD `reminded_at` integer;
ALTER TABLE `slot_speakers` ADD `slides_reminded_at` integer;
CREATE INDEX `slot_speakers_speaker` ON `slot_speakers` (`speaker_id`);
ALTER TABLE `slots` ADD `introduced_by` text DEFAULT '' NOT NULL;
ALTER TABLE `slots` ADD `slides_wanted` integer DEFAULT false NOT NULL;
ALTER TABLE `slots` ADD `slides_published_at` integer;
