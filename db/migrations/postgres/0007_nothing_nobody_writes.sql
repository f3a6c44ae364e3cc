DROP INDEX "guardianships_until";
ALTER TABLE "guardianships" DROP COLUMN "until";
