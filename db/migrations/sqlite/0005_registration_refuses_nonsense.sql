PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_memberships` (
	`project_id` text NOT NULL,
	`organiser_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`project_id`, `organiser_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("__new_memberships"."role" in ('owner', 'organiser', 'door', 'moderator'))
);

INSERT INTO `__new_memberships`("project_id", "organiser_id", "role", "since") SELECT "project_id", "organiser_id", "role", "since" FROM `memberships`;
DROP TABLE `memberships`;
ALTER TABLE `__new_memberships` RENAME TO `memberships`;
PRAGMA foreign_keys=ON;
CREATE INDEX `memberships_organiser` ON `memberships` (`organiser_id`);
CREATE TABLE `__new_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`arrival` integer NOT NULL,
	`kind` text DEFAULT 'person' NOT NULL,
	`seats` integer DEFAULT 1 NOT NULL,
	`name` text,
	`email` text,
	`email_key` text,
	`class_name` text,
	`class_key` text DEFAULT '' NOT NULL,
	`birth_year` integer,
	`age_band` text,
	`group_id` text,
	`locale` text NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`offer_until` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`added_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`added_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "registrations_status" CHECK("__new_registrations"."status" in ('confirmed', 'offered', 'invited', 'held', 'requested', 'waiting', 'cancelled', 'lapsed', 'refused')),
	CONSTRAINT "registrations_hold" CHECK(("__new_registrations"."status" in ('offered', 'invited', 'held')) = ("__new_registrations"."offer_until" is not null)),
	CONSTRAINT "registrations_kind" CHECK("__new_registrations"."kind" in ('person', 'friends', 'class')),
	CONSTRAINT "registrations_seats" CHECK("__new_registrations"."seats" between 1 and 500),
	CONSTRAINT "registrations_age_band" CHECK("__new_registrations"."age_band" in ('child', 'young', 'adult'))
);

INSERT INTO `__new_registrations`("id", "meeting_id", "arrival", "kind", "seats", "name", "email", "email_key", "class_name", "class_key", "birth_year", "age_band", "group_id", "locale", "status", "status_at", "offer_until", "sequence", "added_by", "created_at") SELECT "id", "meeting_id", "arrival", "kind", "seats", "name", "email", "email_key", "class_name", "class_key", "birth_year", "age_band", "group_id", "locale", "status", "status_at", "offer_until", "sequence", "added_by", "created_at" FROM `registrations`;
DROP TABLE `registrations`;
ALTER TABLE `__new_registrations` RENAME TO `registrations`;
CREATE UNIQUE INDEX `registrations_once` ON `registrations` (`meeting_id`,`email_key`,`class_key`) WHERE status in ('confirmed', 'offered', 'invited', 'held', 'requested', 'waiting');
CREATE INDEX `registrations_address` ON `registrations` (`meeting_id`,`email_key`);
CREATE INDEX `registrations_status` ON `registrations` (`meeting_id`,`status`,`arrival`);
CREATE INDEX `registrations_group` ON `registrations` (`group_id`);
CREATE INDEX `registrations_held` ON `registrations` (`status`,`offer_until`);
CREATE UNIQUE INDEX `registrations_arrival` ON `registrations` (`meeting_id`,`arrival`);
CREATE TABLE `__new_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`project_id` text,
	`meeting_id` text,
	`registration_id` text,
	`organiser_id` text,
	`speaker_id` text,
	`story_speaker_id` text,
	`consent_id` text,
	`guardianship_id` text,
	`recipient` text NOT NULL,
	`recipient_key` text NOT NULL,
	`locale` text NOT NULL,
	`facts` text DEFAULT '{}' NOT NULL,
	`token` text,
	`queued_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_until` integer,
	`sent_at` integer,
	`ended_at` integer,
	`ending` text,
	`answer` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_speaker_id`) REFERENCES `story_speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consent_id`) REFERENCES `guardian_consents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guardianship_id`) REFERENCES `guardianships`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "letters_ending" CHECK("__new_letters"."ending" in ('failed', 'overtaken'))
);

INSERT INTO `__new_letters`("id", "kind", "project_id", "meeting_id", "registration_id", "organiser_id", "speaker_id", "story_speaker_id", "consent_id", "guardianship_id", "recipient", "recipient_key", "locale", "facts", "token", "queued_at", "due_at", "attempts", "claimed_until", "sent_at", "ended_at", "ending", "answer") SELECT "id", "kind", "project_id", "meeting_id", "registration_id", "organiser_id", "speaker_id", "story_speaker_id", "consent_id", "guardianship_id", "recipient", "recipient_key", "locale", "facts", "token", "queued_at", "due_at", "attempts", "claimed_until", "sent_at", "ended_at", "ending", "answer" FROM `letters`;
DROP TABLE `letters`;
ALTER TABLE `__new_letters` RENAME TO `letters`;
CREATE INDEX `letters_due` ON `letters` (`sent_at`,`ended_at`,`due_at`);
CREATE INDEX `letters_recipient` ON `letters` (`recipient_key`,`queued_at`);
CREATE INDEX `letters_registration` ON `letters` (`registration_id`,`queued_at`);
CREATE INDEX `letters_speaker` ON `letters` (`speaker_id`,`queued_at`);
CREATE INDEX `letters_story_speaker` ON `letters` (`story_speaker_id`);
CREATE INDEX `letters_consent` ON `letters` (`consent_id`);
CREATE INDEX `letters_guardianship` ON `letters` (`guardianship_id`);
CREATE INDEX `letters_project` ON `letters` (`project_id`,`queued_at`);
