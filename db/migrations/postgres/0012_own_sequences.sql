ALTER TABLE "registrations" ADD COLUMN "workshop_sequence" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "speakers" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;
