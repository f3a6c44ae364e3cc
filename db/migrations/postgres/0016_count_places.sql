CREATE INDEX "registrations_seats" ON "registrations" USING btree ("meeting_id","status","group_id","seats");
