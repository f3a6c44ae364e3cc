ALTER TABLE `sessions` ADD `seen_at` integer;
ALTER TABLE `sessions` ADD `user_agent` text DEFAULT '' NOT NULL;
