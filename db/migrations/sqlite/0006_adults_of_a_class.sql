ALTER TABLE `registrations` ADD `adults` integer DEFAULT 0 NOT NULL;
