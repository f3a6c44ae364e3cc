CREATE TABLE "unsubscribe_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"expires_at" bigint NOT NULL
);

ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "unsubscribe_links_expires" ON "unsubscribe_links" USING btree ("expires_at");
