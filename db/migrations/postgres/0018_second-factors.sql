CREATE TABLE "authenticators" (
	"organiser_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint NOT NULL,
	"added_at" bigint NOT NULL,
	"last_used_at" bigint
);

CREATE TABLE "factors_asked" (
	"holder_hash" text NOT NULL,
	"kind" text NOT NULL,
	"secret" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "factors_asked_holder_hash_kind_pk" PRIMARY KEY("holder_hash","kind")
);

CREATE TABLE "half_sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"organiser_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"organiser_id" text NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text DEFAULT '[]' NOT NULL,
	"added_at" bigint NOT NULL,
	"last_used_at" bigint
);

CREATE TABLE "recovery_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"organiser_id" text NOT NULL,
	"created_at" bigint NOT NULL
);

CREATE TABLE "wrong_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"organiser_id" text NOT NULL,
	"holder_hash" text NOT NULL,
	"at" bigint NOT NULL
);

ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "half_sessions" ADD CONSTRAINT "half_sessions_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wrong_codes" ADD CONSTRAINT "wrong_codes_organiser_id_organisers_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "passkeys_credential_id_unique" ON "passkeys" USING btree ("credential_id");
CREATE INDEX "passkeys_organiser" ON "passkeys" USING btree ("organiser_id");
CREATE INDEX "recovery_codes_organiser" ON "recovery_codes" USING btree ("organiser_id");
CREATE INDEX "wrong_codes_organiser" ON "wrong_codes" USING btree ("organiser_id","at");
