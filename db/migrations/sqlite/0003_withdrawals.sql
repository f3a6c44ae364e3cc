CREATE TABLE `withdrawals` (
	`meeting_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`slot_id`, `speaker_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `withdrawals_meeting` ON `withdrawals` (`meeting_id`);
