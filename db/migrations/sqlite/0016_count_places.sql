CREATE INDEX `registrations_seats` ON `registrations` (`meeting_id`,`status`,`group_id`,`seats`);
