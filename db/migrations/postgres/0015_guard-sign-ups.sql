CREATE TABLE "spent_proofs" (
	"nonce" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"expires_at" bigint NOT NULL
);

ALTER TABLE "meetings" ADD COLUMN "guard_key" text;
ALTER TABLE "spent_proofs" ADD CONSTRAINT "spent_proofs_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE cascade ON UPDATE no action;
