ALTER TABLE "Source" ADD COLUMN "fact" INTEGER;

-- Bulletins published before this migration get their numbers in the order of their text.
ALTER TABLE "Source" DISABLE TRIGGER USER;
UPDATE "Source" s SET "fact" = n.number FROM (
  SELECT id, row_number() OVER (PARTITION BY "bulletinId" ORDER BY "spanStart", "spanEnd", id) AS number
  FROM "Source" WHERE "bulletinId" IS NOT NULL AND "spanStart" IS NOT NULL
) n WHERE n.id = s.id;
ALTER TABLE "Source" ENABLE ALWAYS TRIGGER append_only_rows;
ALTER TABLE "Source" ENABLE ALWAYS TRIGGER append_only_table;

CREATE UNIQUE INDEX "Source_bulletinId_fact_key" ON "Source"("bulletinId", "fact");
ALTER TABLE "Source" ADD CONSTRAINT source_fact CHECK ("fact" IS NULL OR (coalesce("spanStart", -1) >= 0 AND "fact" > 0));
