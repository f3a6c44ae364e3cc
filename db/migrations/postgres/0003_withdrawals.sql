CREATE TABLE "withdrawals" (
	"meeting_id" text NOT NULL,
	"slot_id" text NOT NULL,
	"speaker_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "withdrawals_slot_id_speaker_id_pk" PRIMARY KEY("slot_id","speaker_id")
);

ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "withdrawals_meeting" ON "withdrawals" USING btree ("meeting_id");
