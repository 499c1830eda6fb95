-- What the stores' statements call by SQLite's names (docs/decisions/080).
CREATE FUNCTION json_each(rows text) RETURNS TABLE ("key" bigint, "value" jsonb) LANGUAGE sql IMMUTABLE
  AS $$ SELECT "place" - 1, "each"."value"
    FROM jsonb_array_elements(rows::jsonb) WITH ORDINALITY AS "each" ("value", "place") $$;

CREATE FUNCTION julianday(day text) RETURNS integer LANGUAGE sql IMMUTABLE
  AS $$ SELECT day::date - DATE '2000-01-01' $$;

-- Counts what changes of somebody's, so that another server sends no older page.
CREATE FUNCTION "bucketOf"(owner text) RETURNS integer LANGUAGE sql IMMUTABLE
  AS $$ SELECT hashtext(owner) & 65535 $$;

CREATE FUNCTION "countChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChangeCount" ("bucket", "count")
  SELECT DISTINCT "bucketOf"("learnerId"), 1 FROM "changed" WHERE "learnerId" IS NOT NULL ORDER BY 1
  ON CONFLICT ("bucket") DO UPDATE SET "count" = "ChangeCount"."count" + 1;
  RETURN NULL;
END $$;

CREATE FUNCTION "countComment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChangeCount" ("bucket", "count") VALUES ("bucketOf"('comments'), 1)
  ON CONFLICT ("bucket") DO UPDATE SET "count" = "ChangeCount"."count" + 1;
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Attempt', 'Visit', 'ReviewCard', 'CourseCheck', 'Note'] LOOP
    EXECUTE format('CREATE TRIGGER "counted on insert" AFTER INSERT ON %I
      REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "countChange"()', name);
    EXECUTE format('CREATE TRIGGER "counted on update" AFTER UPDATE ON %I
      REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "countChange"()', name);
    EXECUTE format('CREATE TRIGGER "counted on delete" AFTER DELETE ON %I
      REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "countChange"()', name);
  END LOOP;
END $$;

CREATE TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "Comment"
  FOR EACH STATEMENT EXECUTE FUNCTION "countComment"();
