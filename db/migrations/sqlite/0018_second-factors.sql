CREATE TABLE `authenticators` (
	`organiser_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`last_step` integer NOT NULL,
	`added_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `factors_asked` (
	`holder_hash` text NOT NULL,
	`kind` text NOT NULL,
	`secret` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`holder_hash`, `kind`)
);

CREATE TABLE `half_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`organiser_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`organiser_id` text NOT NULL,
	`name` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text DEFAULT '[]' NOT NULL,
	`added_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE UNIQUE INDEX `passkeys_credential_id_unique` ON `passkeys` (`credential_id`);
CREATE INDEX `passkeys_organiser` ON `passkeys` (`organiser_id`);
CREATE TABLE `recovery_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`organiser_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `recovery_codes_organiser` ON `recovery_codes` (`organiser_id`);
CREATE TABLE `wrong_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`organiser_id` text NOT NULL,
	`holder_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `organisers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `wrong_codes_organiser` ON `wrong_codes` (`organiser_id`,`at`);
