CREATE TABLE `days` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "days_span" CHECK("days"."ends_at" > "days"."starts_at")
);

CREATE UNIQUE INDEX `days_start` ON `days` (`meeting_id`,`starts_at`);
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text DEFAULT '{}' NOT NULL,
	`retired` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `groups_project` ON `groups` (`project_id`,`position`);
CREATE TABLE `history` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`organiser_id` text,
	`project_id` text,
	`meeting_id` text,
	`deed` text NOT NULL,
	`facts` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `history_project` ON `history` (`project_id`,`at`);
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`project_id` text,
	`meeting_id` text,
	`registration_id` text,
	`organiser_id` text,
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
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `letters_due` ON `letters` (`sent_at`,`ended_at`,`due_at`);
CREATE INDEX `letters_recipient` ON `letters` (`recipient_key`,`queued_at`);
CREATE INDEX `letters_registration` ON `letters` (`registration_id`,`queued_at`);
CREATE INDEX `letters_project` ON `letters` (`project_id`,`queued_at`);
CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`alt` text DEFAULT '{}' NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `logos_project` ON `logos` (`project_id`,`position`);
CREATE TABLE `manage_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `manage_links_registration` ON `manage_links` (`registration_id`);
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`summary` text DEFAULT '{}' NOT NULL,
	`description` text DEFAULT '{}' NOT NULL,
	`place_name` text DEFAULT '{}' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`access_notes` text DEFAULT '{}' NOT NULL,
	`online_url` text DEFAULT '' NOT NULL,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`offer_hours` integer DEFAULT 24 NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "meetings_capacity" CHECK("meetings"."capacity" > 0),
	CONSTRAINT "meetings_span" CHECK("meetings"."ends_at" > "meetings"."starts_at"),
	CONSTRAINT "meetings_status" CHECK("meetings"."status" in ('draft', 'published', 'postponed', 'cancelled'))
);

CREATE UNIQUE INDEX `meetings_slug` ON `meetings` (`project_id`,`slug`);
CREATE UNIQUE INDEX `meetings_number` ON `meetings` (`project_id`,`number`);
CREATE TABLE `memberships` (
	`project_id` text NOT NULL,
	`organiser_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`project_id`, `organiser_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('owner', 'organiser'))
);

CREATE INDEX `memberships_organiser` ON `memberships` (`organiser_id`);
CREATE TABLE `organisers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL
);

CREATE UNIQUE INDEX `organisers_email_unique` ON `organisers` (`email`);
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text DEFAULT '{}' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`lead` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `partners_project` ON `partners` (`project_id`,`position`);
CREATE TABLE `phases` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`text` text DEFAULT '{}' NOT NULL,
	`starts_on` text,
	`ends_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `phases_project` ON `phases` (`project_id`,`position`);
CREATE TABLE `project_links` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text DEFAULT '{}' NOT NULL,
	`url` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `project_links_project` ON `project_links` (`project_id`,`position`);
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`aim` text DEFAULT '{}' NOT NULL,
	`programme` text DEFAULT '{}' NOT NULL,
	`funder` text DEFAULT '{}' NOT NULL,
	`disclaimer` text DEFAULT '{}' NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`colour` text NOT NULL,
	`locales` text NOT NULL,
	`zone` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`contact_email` text DEFAULT '' NOT NULL,
	`example` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`archived_at` integer
);

CREATE UNIQUE INDEX `projects_slug_unique` ON `projects` (`slug`);
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`arrival` integer NOT NULL,
	`name` text,
	`email` text,
	`email_key` text,
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
	CONSTRAINT "registrations_status" CHECK("registrations"."status" in ('confirmed', 'waiting', 'offered', 'cancelled', 'lapsed')),
	CONSTRAINT "registrations_offer" CHECK(("registrations"."status" = 'offered') = ("registrations"."offer_until" is not null))
);

CREATE UNIQUE INDEX `registrations_once` ON `registrations` (`meeting_id`,`email_key`) WHERE status in ('confirmed', 'waiting', 'offered');
CREATE INDEX `registrations_address` ON `registrations` (`meeting_id`,`email_key`);
CREATE INDEX `registrations_status` ON `registrations` (`meeting_id`,`status`,`arrival`);
CREATE INDEX `registrations_group` ON `registrations` (`group_id`);
CREATE INDEX `registrations_offers` ON `registrations` (`status`,`offer_until`);
CREATE UNIQUE INDEX `registrations_arrival` ON `registrations` (`meeting_id`,`arrival`);
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`released_at` integer NOT NULL,
	`released_by` text,
	`agenda` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`released_by`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `releases_version` ON `releases` (`meeting_id`,`version`);
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `rooms_meeting` ON `rooms` (`meeting_id`,`position`);
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`organiser_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`organiser_id` text,
	`browser_hash` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `slot_speakers` (
	`slot_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`slot_id`, `speaker_id`),
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`slug` text NOT NULL,
	`day_id` text,
	`room_id` text,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`title` text DEFAULT '{}' NOT NULL,
	`summary` text DEFAULT '{}' NOT NULL,
	`minutes` integer NOT NULL,
	`gap_minutes` integer DEFAULT 0 NOT NULL,
	`pinned_at` integer,
	`internal` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`day_id`) REFERENCES `days`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "slots_minutes" CHECK("slots"."minutes" between 1 and 1440),
	CONSTRAINT "slots_gap" CHECK("slots"."gap_minutes" between 0 and 1440),
	CONSTRAINT "slots_type" CHECK("slots"."type" in ('story', 'talk', 'workshop', 'discussion', 'break'))
);

CREATE UNIQUE INDEX `slots_slug` ON `slots` (`meeting_id`,`slug`);
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE UNIQUE INDEX `speakers_name` ON `speakers` (`project_id`,`name`);
