CREATE INDEX `letters_next` ON `letters` (`sent_at`,`ended_at`,`urgency`,`queued_at`) WHERE sent_at is null and ended_at is null;
