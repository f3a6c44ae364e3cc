CREATE TABLE "reminders" (
	"meeting_id" text NOT NULL,
	"hours_ahead" bigint NOT NULL,
	"done_for" bigint,
	CONSTRAINT "reminders_meeting_id_hours_ahead_pk" PRIMARY KEY("meeting_id","hours_ahead"),
	CONSTRAINT "reminders_hours_ahead" CHECK ("reminders"."hours_ahead" between 1 and 720)
);

ALTER TABLE "reminders" ADD CONSTRAINT "reminders_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
