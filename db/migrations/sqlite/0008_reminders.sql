CREATE TABLE `reminders` (
	`meeting_id` text NOT NULL,
	`hours_ahead` integer NOT NULL,
	`done_for` integer,
	PRIMARY KEY(`meeting_id`, `hours_ahead`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reminders_hours_ahead" CHECK("reminders"."hours_ahead" between 1 and 720)
);

