ALTER TABLE "registrations" ADD COLUMN "adults" bigint DEFAULT 0 NOT NULL;
