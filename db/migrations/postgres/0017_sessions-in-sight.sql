ALTER TABLE "sessions" ADD COLUMN "seen_at" bigint;
ALTER TABLE "sessions" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;
