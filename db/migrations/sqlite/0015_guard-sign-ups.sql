CREATE TABLE `spent_proofs` (
	`nonce` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);

ALTER TABLE `meetings` ADD `guard_key` text;
