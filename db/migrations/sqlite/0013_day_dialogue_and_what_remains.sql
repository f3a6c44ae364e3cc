CREATE TABLE `abuse_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`voice_id` text,
	`path` text DEFAULT '' NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`closed_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `abuse_reports_project` ON `abuse_reports` (`project_id`,`at`);
CREATE INDEX `abuse_reports_voice` ON `abuse_reports` (`voice_id`);
CREATE TABLE `albums` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`previewed_at` integer,
	`public_from` integer,
	`told_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `articles` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`lead` text DEFAULT '{}' NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`photo_ids` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`drafted_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `commitment_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`due_on` text,
	`note` text DEFAULT '{}' NOT NULL,
	`by` text,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `commitment_steps_commitment` ON `commitment_steps` (`commitment_id`,`at`);
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`meeting_id` text,
	`voice_id` text,
	`said` text DEFAULT '{}' NOT NULL,
	`will` text DEFAULT '{}' NOT NULL,
	`did` text DEFAULT '{}' NOT NULL,
	`office` text DEFAULT '{}' NOT NULL,
	`state` text DEFAULT 'promised' NOT NULL,
	`due_on` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "commitments_state" CHECK("commitments"."state" in ('promised', 'under-way', 'kept', 'dropped'))
);

CREATE INDEX `commitments_project` ON `commitments` (`project_id`,`created_at`);
CREATE TABLE `cues` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`offset` integer DEFAULT 0 NOT NULL,
	`text` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `cues_meeting` ON `cues` (`meeting_id`,`slot_id`);
CREATE TABLE `door_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`participant_id` text,
	`deed` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`device` text NOT NULL,
	`by` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "door_steps_deed" CHECK("door_steps"."deed" in ('in', 'undone'))
);

CREATE INDEX `door_steps_meeting` ON `door_steps` (`meeting_id`,`received_at`);
CREATE INDEX `door_steps_registration` ON `door_steps` (`registration_id`);
CREATE INDEX `door_steps_participant` ON `door_steps` (`participant_id`);
CREATE TABLE `head_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`registration_id` text,
	`group_id` text,
	`people` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "head_counts_people" CHECK("head_counts"."people" between 0 and 100000)
);

CREATE UNIQUE INDEX `head_counts_registration` ON `head_counts` (`registration_id`);
CREATE INDEX `head_counts_meeting` ON `head_counts` (`meeting_id`);
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text DEFAULT '{}' NOT NULL,
	`counts` text DEFAULT 'by-hand' NOT NULL,
	`planned` integer NOT NULL,
	`reached` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "indicators_counts" CHECK("indicators"."counts" in ('by-hand', 'participants', 'young', 'attendances', 'meetings', 'stories', 'answers', 'commitments'))
);

CREATE INDEX `indicators_project` ON `indicators` (`project_id`,`position`);
CREATE TABLE `materials` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`meeting_id` text,
	`slot_id` text,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`type` text,
	`bytes` integer,
	`licence` text DEFAULT 'all-rights' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	`published_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "materials_kind" CHECK("materials"."kind" in ('document', 'presentation', 'recording', 'press', 'evidence')),
	CONSTRAINT "materials_licence" CHECK("materials"."licence" in ('all-rights', 'cc-by', 'cc-by-sa', 'cc0')),
	CONSTRAINT "materials_what" CHECK(("materials"."url" = '') <> ("materials"."type" is null)),
	CONSTRAINT "materials_evidence" CHECK("materials"."kind" <> 'evidence' or "materials"."published_at" is null)
);

CREATE INDEX `materials_project` ON `materials` (`project_id`,`position`);
CREATE INDEX `materials_meeting` ON `materials` (`meeting_id`);
CREATE TABLE `minute_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`number` integer NOT NULL,
	`based_on` integer NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`slot_id`) REFERENCES `minutes`(`slot_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `minute_versions_number` ON `minute_versions` (`slot_id`,`number`);
CREATE TABLE `minutes` (
	`slot_id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`approved_version` integer,
	`published_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`approved_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `minutes_meeting` ON `minutes` (`meeting_id`);
CREATE TABLE `photo_objections` (
	`id` text PRIMARY KEY NOT NULL,
	`photo_id` text NOT NULL,
	`registration_id` text,
	`words` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `photo_objections_photo` ON `photo_objections` (`photo_id`);
CREATE TABLE `photo_people` (
	`id` text PRIMARY KEY NOT NULL,
	`photo_id` text NOT NULL,
	`registration_id` text,
	`participant_id` text,
	`speaker_id` text,
	`agreed` text,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `photo_people_photo` ON `photo_people` (`photo_id`);
CREATE INDEX `photo_people_registration` ON `photo_people` (`registration_id`);
CREATE INDEX `photo_people_speaker` ON `photo_people` (`speaker_id`);
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`slot_id` text,
	`position` integer NOT NULL,
	`content_hash` text NOT NULL,
	`alt` text DEFAULT '{}' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`people` text DEFAULT 'unknown' NOT NULL,
	`channels` text DEFAULT '[]' NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	`taken_down_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "photos_people" CHECK("photos"."people" in ('unknown', 'nobody', 'marked'))
);

CREATE INDEX `photos_meeting` ON `photos` (`meeting_id`,`position`);
CREATE UNIQUE INDEX `photos_once` ON `photos` (`meeting_id`,`content_hash`);
CREATE TABLE `poll_votes` (
	`poll_id` text NOT NULL,
	`voter_hash` text NOT NULL,
	`group_id` text,
	`choices` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `voter_hash`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE TABLE `polls` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`question` text DEFAULT '{}' NOT NULL,
	`options` text DEFAULT '[]' NOT NULL,
	`hidden_words` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`shown_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "polls_kind" CHECK("polls"."kind" in ('one', 'several', 'scale', 'words'))
);

CREATE INDEX `polls_meeting` ON `polls` (`meeting_id`,`position`);
CREATE TABLE `reports` (
	`project_id` text PRIMARY KEY NOT NULL,
	`sections` text DEFAULT '{}' NOT NULL,
	`quotes` text DEFAULT '[]' NOT NULL,
	`photo_ids` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `story_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`text` text NOT NULL,
	`on` text NOT NULL,
	`reported_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `story_feedback_slot` ON `story_feedback` (`slot_id`);
CREATE INDEX `story_feedback_meeting` ON `story_feedback` (`meeting_id`);
CREATE TABLE `survey_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`marks` text NOT NULL,
	`liked` text DEFAULT '' NOT NULL,
	`missed` text DEFAULT '' NOT NULL,
	`on` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `survey_answers_meeting` ON `survey_answers` (`meeting_id`);
CREATE TABLE `survey_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `survey_links_registration` ON `survey_links` (`registration_id`);
CREATE TABLE `voice_votes` (
	`voice_id` text NOT NULL,
	`voter_hash` text NOT NULL,
	`group_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`voice_id`, `voter_hash`),
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE TABLE `voices` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`meeting_id` text,
	`slot_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`group_id` text,
	`name` text,
	`email` text,
	`voter_hash` text,
	`status` text DEFAULT 'waiting' NOT NULL,
	`merged_into` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`spoken_at` integer,
	`answerer_id` text,
	`due_on` text,
	`answer` text DEFAULT '{}' NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`reminded_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answerer_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "voices_kind" CHECK("voices"."kind" in ('question', 'idea')),
	CONSTRAINT "voices_status" CHECK("voices"."status" in ('waiting', 'shown', 'hidden', 'merged')),
	CONSTRAINT "voices_merged" CHECK(("voices"."status" = 'merged') = ("voices"."merged_into" is not null))
);

CREATE INDEX `voices_project` ON `voices` (`project_id`,`created_at`);
CREATE INDEX `voices_meeting` ON `voices` (`meeting_id`,`status`);
CREATE INDEX `voices_answerer` ON `voices` (`answerer_id`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_memberships` (
	`project_id` text NOT NULL,
	`organiser_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`project_id`, `organiser_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("__new_memberships"."role" in ('owner', 'organiser', 'door', 'moderator', 'answerer'))
);

INSERT INTO `__new_memberships`("project_id", "organiser_id", "role", "since") SELECT "project_id", "organiser_id", "role", "since" FROM `memberships`;
DROP TABLE `memberships`;
ALTER TABLE `__new_memberships` RENAME TO `memberships`;
PRAGMA foreign_keys=ON;
CREATE INDEX `memberships_organiser` ON `memberships` (`organiser_id`);
ALTER TABLE `letters` ADD `voice_id` text;
CREATE INDEX `letters_voice` ON `letters` (`voice_id`);
ALTER TABLE `meetings` ADD `asks_emergency_contact` integer DEFAULT false NOT NULL;
ALTER TABLE `meetings` ADD `join_code` text;
ALTER TABLE `meetings` ADD `room_opened_at` integer;
ALTER TABLE `meetings` ADD `room_closed_at` integer;
ALTER TABLE `meetings` ADD `surveys` integer DEFAULT false NOT NULL;
CREATE UNIQUE INDEX `meetings_join_code_unique` ON `meetings` (`join_code`);
ALTER TABLE `projects` ADD `counting` text DEFAULT '{}' NOT NULL;
ALTER TABLE `projects` ADD `trusted_name` text DEFAULT '' NOT NULL;
ALTER TABLE `projects` ADD `trusted_phone` text DEFAULT '' NOT NULL;
ALTER TABLE `projects` ADD `trusted_email` text DEFAULT '' NOT NULL;
ALTER TABLE `projects` ADD `wall_opened_at` integer;
ALTER TABLE `registrations` ADD `door_token` text;
ALTER TABLE `registrations` ADD `emergency_contact` text;
ALTER TABLE `registrations` ADD `walk_in` integer DEFAULT false NOT NULL;
ALTER TABLE `registrations` ADD `counted_band` text;
CREATE UNIQUE INDEX `registrations_door_token_unique` ON `registrations` (`door_token`);
UPDATE `registrations` SET `door_token` = lower(hex(randomblob(16))) WHERE `name` IS NOT NULL;
