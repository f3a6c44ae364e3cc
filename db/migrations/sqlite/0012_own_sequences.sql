ALTER TABLE `registrations` ADD `workshop_sequence` integer DEFAULT 0 NOT NULL;
ALTER TABLE `speakers` ADD `sequence` integer DEFAULT 0 NOT NULL;
