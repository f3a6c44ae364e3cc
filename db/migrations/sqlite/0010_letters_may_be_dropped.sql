PRAGMA foreign_keys=OFF;
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
	`urgency` integer DEFAULT 1 NOT NULL,
	`held_at` integer,
	`words` text,
	`mailing_id` text,
	`once` text,
	`bounced_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_speaker_id`) REFERENCES `story_speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consent_id`) REFERENCES `guardian_consents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guardianship_id`) REFERENCES `guardianships`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mailing_id`) REFERENCES `mailings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "letters_ending" CHECK("__new_letters"."ending" in ('failed', 'overtaken', 'dropped'))
);

INSERT INTO `__new_letters`("id", "kind", "project_id", "meeting_id", "registration_id", "organiser_id", "speaker_id", "story_speaker_id", "consent_id", "guardianship_id", "recipient", "recipient_key", "locale", "facts", "token", "queued_at", "due_at", "attempts", "claimed_until", "sent_at", "ended_at", "ending", "answer", "urgency", "held_at", "words", "mailing_id", "once", "bounced_at") SELECT "id", "kind", "project_id", "meeting_id", "registration_id", "organiser_id", "speaker_id", "story_speaker_id", "consent_id", "guardianship_id", "recipient", "recipient_key", "locale", "facts", "token", "queued_at", "due_at", "attempts", "claimed_until", "sent_at", "ended_at", "ending", "answer", "urgency", "held_at", "words", "mailing_id", "once", "bounced_at" FROM `letters`;
DROP TABLE `letters`;
ALTER TABLE `__new_letters` RENAME TO `letters`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `letters_once_unique` ON `letters` (`once`);
CREATE INDEX `letters_due` ON `letters` (`sent_at`,`ended_at`,`due_at`);
CREATE INDEX `letters_mailing` ON `letters` (`mailing_id`);
CREATE INDEX `letters_recipient` ON `letters` (`recipient_key`,`queued_at`);
CREATE INDEX `letters_registration` ON `letters` (`registration_id`,`queued_at`);
CREATE INDEX `letters_speaker` ON `letters` (`speaker_id`,`queued_at`);
CREATE INDEX `letters_story_speaker` ON `letters` (`story_speaker_id`);
CREATE INDEX `letters_consent` ON `letters` (`consent_id`);
CREATE INDEX `letters_guardianship` ON `letters` (`guardianship_id`);
CREATE INDEX `letters_project` ON `letters` (`project_id`,`queued_at`);
