ALTER TABLE "letters" DROP CONSTRAINT "letters_ending";
ALTER TABLE "letters" ADD CONSTRAINT "letters_ending" CHECK ("letters"."ending" in ('failed', 'overtaken', 'dropped'));
