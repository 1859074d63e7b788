CREATE TYPE "ReadingSourceKind" AS ENUM ('GAUGE', 'DESK', 'CITED', 'SYNTHETIC');
CREATE TYPE "QuarantineChoice" AS ENUM ('ACCEPTED', 'DISMISSED');

-- Readings name their section, datum and source by small numbers: a row has 64 bytes.
ALTER TABLE "RiverSection" ADD COLUMN "no" SERIAL NOT NULL,
  ADD COLUMN "codeOfficial" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "codeSource" TEXT,
  ADD COLUMN "synthetic" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "maxRate" REAL;
CREATE UNIQUE INDEX "RiverSection_no_key" ON "RiverSection"("no");
ALTER TABLE "RiverSection" ADD CONSTRAINT plausible_rate CHECK ("maxRate" IS NULL OR "maxRate" BETWEEN 0.01 AND 100);

CREATE TABLE "Datum" (
  "id" SMALLINT NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "aliases" TEXT[],
  CONSTRAINT "Datum_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Datum_code_key" ON "Datum"("code");

CREATE TABLE "ReadingSource" (
  "id" SERIAL NOT NULL,
  "key" TEXT NOT NULL,
  "kind" "ReadingSourceKind" NOT NULL,
  "name" TEXT NOT NULL,
  "sourceId" TEXT,
  CONSTRAINT "ReadingSource_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ReadingSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ReadingSource_key_key" ON "ReadingSource"("key");
INSERT INTO "ReadingSource" ("key", "kind", "name") VALUES ('gauge', 'GAUGE', '测站'), ('synthetic', 'SYNTHETIC', '合成数据');

-- One delivery: a request, a file, a form. Its chunks are its transactions; a chunk is there whole or not at all.
CREATE TABLE "ReadingBatch" (
  "id" SERIAL NOT NULL,
  "key" TEXT,
  "origin" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "fingerprint" TEXT,
  "sourceNo" INTEGER NOT NULL,
  "userId" TEXT,
  "userName" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReadingBatch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ReadingBatch_sourceNo_fkey" FOREIGN KEY ("sourceNo") REFERENCES "ReadingSource"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ReadingBatch_key_key" ON "ReadingBatch"("key");
CREATE INDEX "ReadingBatch_fingerprint_idx" ON "ReadingBatch"("fingerprint");

CREATE TABLE "ReadingChunk" (
  "id" BIGSERIAL NOT NULL,
  "batchId" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "version" BIGINT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "rows" INTEGER NOT NULL,
  "accepted" INTEGER NOT NULL,
  "duplicates" INTEGER NOT NULL,
  "rejected" INTEGER NOT NULL,
  "sections" INTEGER[],
  "bytes" BIGINT NOT NULL DEFAULT 0,
  "last" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "ReadingChunk_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ReadingChunk_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ReadingBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ReadingChunk_batchId_seq_key" ON "ReadingChunk"("batchId", "seq");
CREATE INDEX "ReadingChunk_version_idx" ON "ReadingChunk"("version");

-- Widest columns first: no byte is lost to alignment. No foreign keys: what a row names is never removed (below).
CREATE TABLE "StageReading" (
  "at" TIMESTAMPTZ(0) NOT NULL,
  "chunk" BIGINT NOT NULL,
  "section" INTEGER NOT NULL,
  "source" INTEGER NOT NULL,
  "flow" REAL,
  "datum" SMALLINT NOT NULL,
  "quality" SMALLINT NOT NULL,
  "stage" DECIMAL(7,2),
  CONSTRAINT "StageReading_pkey" PRIMARY KEY ("section", "at", "source"),
  CONSTRAINT reading_says_something CHECK ("stage" IS NOT NULL OR "flow" IS NOT NULL),
  CONSTRAINT reading_stage_range CHECK ("stage" BETWEEN -500 AND 9000),
  CONSTRAINT reading_flow_range CHECK ("flow" BETWEEN 0 AND 10000000)
) PARTITION BY RANGE ("at");

-- Months of China Standard Time. ATTACH keeps neither readers nor writers waiting, unlike PARTITION OF.
CREATE FUNCTION ensure_reading_month(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month timestamp := date_trunc('month', (moment AT TIME ZONE 'UTC') + interval '8 hours');
  name text := 'StageReading_' || to_char(month, 'YYYY_MM');
BEGIN
  IF moment < '1949-10-01' OR moment > '2200-01-01' THEN
    RAISE EXCEPTION 'no partition for %', moment USING ERRCODE = 'check_violation';
  END IF;
  IF to_regclass(format('%I', name)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('StageReading partitions'));
  IF to_regclass(format('%I', name)) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE "StageReading" INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)', name);
  EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  EXECUTE format('ALTER TABLE "StageReading" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name,
    (month - interval '8 hours') AT TIME ZONE 'UTC', (month + interval '1 month' - interval '8 hours') AT TIME ZONE 'UTC');
  EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
  EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
END $$;

CREATE TABLE "ReadingCorrection" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "section" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(0) NOT NULL,
  "source" INTEGER NOT NULL,
  "stage" DECIMAL(7,2),
  "flow" REAL,
  "datum" SMALLINT NOT NULL,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "reason" TEXT NOT NULL,
  "userName" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReadingCorrection_pkey" PRIMARY KEY ("id"),
  CONSTRAINT reading_correction_reason CHECK (length("reason") > 0),
  CONSTRAINT reading_correction_says CHECK ("withdrawn" OR "stage" IS NOT NULL OR "flow" IS NOT NULL),
  CONSTRAINT reading_correction_stage CHECK ("stage" BETWEEN -500 AND 9000),
  CONSTRAINT reading_correction_flow CHECK ("flow" BETWEEN 0 AND 10000000)
);
CREATE INDEX "ReadingCorrection_section_at_source_id_idx" ON "ReadingCorrection"("section", "at", "source", "id");
CREATE INDEX "ReadingCorrection_version_idx" ON "ReadingCorrection"("version");

CREATE TABLE "ReadingQuarantine" (
  "id" BIGSERIAL NOT NULL,
  "chunkId" BIGINT NOT NULL,
  "row" BIGINT NOT NULL,
  "station" TEXT NOT NULL,
  "section" INTEGER,
  "at" TIMESTAMPTZ(0),
  "stage" DECIMAL(9,2),
  "flow" REAL,
  "datum" SMALLINT,
  "sourceNo" INTEGER NOT NULL,
  "raw" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "detail" TEXT,
  "fingerprint" CHAR(32) NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReadingQuarantine_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ReadingQuarantine_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "ReadingChunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE
    -- A chunk's own row comes last: it takes the version, whose lock is then held for a moment only.
    DEFERRABLE INITIALLY DEFERRED
);
-- The same bad row sent again, by a repeat or a resume, is kept once.
CREATE UNIQUE INDEX "ReadingQuarantine_fingerprint_key" ON "ReadingQuarantine"("fingerprint");
CREATE INDEX "ReadingQuarantine_reason_id_idx" ON "ReadingQuarantine"("reason", "id");
CREATE INDEX "ReadingQuarantine_station_id_idx" ON "ReadingQuarantine"("station", "id");

CREATE TABLE "QuarantineDecision" (
  "quarantineId" BIGINT NOT NULL,
  "choice" "QuarantineChoice" NOT NULL,
  "reason" TEXT NOT NULL,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "QuarantineDecision_pkey" PRIMARY KEY ("quarantineId"),
  CONSTRAINT "QuarantineDecision_quarantineId_fkey" FOREIGN KEY ("quarantineId") REFERENCES "ReadingQuarantine"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT quarantine_decision_reason CHECK (length("reason") > 0)
);

-- A source's own words on how long a station stood over a mark: "8 days over warning".
CREATE TABLE "MarkSpell" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "sectionId" TEXT NOT NULL,
  "kind" "MarkKind" NOT NULL,
  "fromAt" TIMESTAMPTZ(0),
  "toAt" TIMESTAMPTZ(0),
  "days" INTEGER,
  "note" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "MarkSpell_pkey" PRIMARY KEY ("id"),
  CONSTRAINT spell_in_order CHECK ("fromAt" IS NULL OR "toAt" IS NULL OR "fromAt" < "toAt"),
  CONSTRAINT "MarkSpell_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "MarkSpell_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "MarkSpell_sectionId_idx" ON "MarkSpell"("sectionId");
CREATE INDEX "MarkSpell_version_idx" ON "MarkSpell"("version");

CREATE TABLE "CrestForecast" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "sectionId" TEXT NOT NULL,
  "stage" DECIMAL(7,2) NOT NULL,
  "datum" SMALLINT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "issuedAt" TIMESTAMPTZ(3) NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "CrestForecast_pkey" PRIMARY KEY ("id"),
  CONSTRAINT crest_stage_range CHECK ("stage" BETWEEN -500 AND 9000),
  CONSTRAINT "CrestForecast_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "CrestForecast_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "CrestForecast_sectionId_issuedAt_idx" ON "CrestForecast"("sectionId", "issuedAt" DESC);
CREATE INDEX "CrestForecast_version_idx" ON "CrestForecast"("version");

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['StageReading', 'ReadingCorrection', 'ReadingQuarantine', 'QuarantineDecision', 'ReadingBatch',
    'ReadingChunk', 'ReadingSource', 'MarkSpell', 'CrestForecast']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;

-- Readings name sections and datums by number: these numbers are for good.
CREATE FUNCTION refuse_renumbering() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: readings name its rows by number; none is removed or numbered anew', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER number_stays BEFORE DELETE OR UPDATE OF "no" ON "RiverSection" FOR EACH ROW EXECUTE FUNCTION refuse_renumbering();
CREATE TRIGGER number_stays BEFORE DELETE OR UPDATE OF "id" ON "Datum" FOR EACH ROW EXECUTE FUNCTION refuse_renumbering();
