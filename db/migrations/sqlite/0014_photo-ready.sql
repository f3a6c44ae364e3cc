ALTER TABLE `photos` ADD `ready_at` integer;
