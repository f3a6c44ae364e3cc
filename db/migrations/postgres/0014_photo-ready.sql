ALTER TABLE "photos" ADD COLUMN "ready_at" bigint;
