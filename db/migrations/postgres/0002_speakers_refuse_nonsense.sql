ALTER TABLE "letters" ADD CONSTRAINT "letters_ending" CHECK ("letters"."ending" in ('failed', 'overtaken'));
ALTER TABLE "slot_speakers" ADD CONSTRAINT "slot_speakers_standing" CHECK ("slot_speakers"."standing" in ('planned', 'invited', 'accepted', 'confirmed', 'declined'));
