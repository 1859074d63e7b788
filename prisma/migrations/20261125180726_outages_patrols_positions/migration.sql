CREATE TYPE "Cut" AS ENUM ('ROAD', 'POWER', 'NETWORK');
CREATE TYPE "DangerKind" AS ENUM ('PIPING', 'SEEPAGE', 'SLIDE', 'OVERTOPPING', 'CRACK', 'LEAK', 'SUBSIDENCE', 'BANK_COLLAPSE', 'STRUCTURE', 'BREACH', 'OTHER');
CREATE TYPE "DangerGrade" AS ENUM ('GENERAL', 'LARGE', 'MAJOR');
CREATE TYPE "DangerState" AS ENUM ('FOUND', 'IN_HAND', 'CONTROLLED', 'CLEARED');
CREATE TABLE "Outage" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "name" TEXT NOT NULL,
  "provinceId" CHAR(6) NOT NULL,
  "areaId" CHAR(6),
  "ring" JSONB,
  "lat" DOUBLE PRECISION,
  "lon" DOUBLE PRECISION,
  "cuts" "Cut"[] NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "sincePrecision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "people" INTEGER,
  "note" TEXT,
  "reason" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "supersedesId" BIGINT,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "OutageRestoration" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "outageId" BIGINT NOT NULL,
  "cuts" "Cut"[] NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "OutageRestoration_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "PatrolReport" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "clientId" TEXT NOT NULL,
  "sectionId" TEXT NOT NULL,
  "provinceId" CHAR(6) NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "lengthKm" DOUBLE PRECISION,
  "patrolledKm" DOUBLE PRECISION,
  "people" INTEGER,
  "shifts" INTEGER,
  "note" TEXT,
  "reason" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "supersedesId" BIGINT,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "PatrolReport_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Danger" (
  "id" BIGSERIAL NOT NULL,
  "patrolId" BIGINT NOT NULL,
  "kind" "DangerKind" NOT NULL,
  "grade" "DangerGrade" NOT NULL,
  "place" TEXT NOT NULL,
  "lat" DOUBLE PRECISION,
  "lon" DOUBLE PRECISION,
  "foundAt" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "photoId" TEXT,
  CONSTRAINT "Danger_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "DangerEvent" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "dangerId" BIGINT NOT NULL,
  "state" "DangerState" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "note" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "DangerEvent_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Photo" (
  "id" TEXT NOT NULL,
  "sha256" CHAR(64) NOT NULL,
  "mediaType" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  "userName" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "DeploymentPosition" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "deploymentId" BIGINT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "lat" DOUBLE PRECISION NOT NULL,
  "lon" DOUBLE PRECISION NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "userName" TEXT NOT NULL,
  CONSTRAINT "DeploymentPosition_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "PositionQuarantine" (
  "id" BIGSERIAL NOT NULL,
  "key" CHAR(64) NOT NULL,
  "deploymentId" BIGINT,
  "row" JSONB NOT NULL,
  "reason" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "userName" TEXT NOT NULL,
  CONSTRAINT "PositionQuarantine_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Outage_supersedesId_key" ON "Outage"("supersedesId");
CREATE INDEX "Outage_version_idx" ON "Outage"("version");
CREATE INDEX "OutageRestoration_outageId_idx" ON "OutageRestoration"("outageId");
CREATE INDEX "OutageRestoration_version_idx" ON "OutageRestoration"("version");
CREATE UNIQUE INDEX "PatrolReport_clientId_key" ON "PatrolReport"("clientId");
CREATE UNIQUE INDEX "PatrolReport_supersedesId_key" ON "PatrolReport"("supersedesId");
CREATE INDEX "PatrolReport_sectionId_at_idx" ON "PatrolReport"("sectionId", "at" DESC);
CREATE INDEX "PatrolReport_version_idx" ON "PatrolReport"("version");
CREATE INDEX "Danger_patrolId_idx" ON "Danger"("patrolId");
CREATE INDEX "DangerEvent_dangerId_idx" ON "DangerEvent"("dangerId");
CREATE INDEX "DangerEvent_version_idx" ON "DangerEvent"("version");
CREATE UNIQUE INDEX "Photo_sha256_key" ON "Photo"("sha256");
CREATE INDEX "DeploymentPosition_version_idx" ON "DeploymentPosition"("version");
CREATE UNIQUE INDEX "DeploymentPosition_deploymentId_at_key" ON "DeploymentPosition"("deploymentId", "at");
CREATE UNIQUE INDEX "PositionQuarantine_key_key" ON "PositionQuarantine"("key");
CREATE INDEX "PositionQuarantine_recordedAt_idx" ON "PositionQuarantine"("recordedAt" DESC);
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutageRestoration" ADD CONSTRAINT "OutageRestoration_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "Outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutageRestoration" ADD CONSTRAINT "OutageRestoration_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PatrolReport" ADD CONSTRAINT "PatrolReport_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PatrolReport" ADD CONSTRAINT "PatrolReport_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PatrolReport" ADD CONSTRAINT "PatrolReport_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "PatrolReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PatrolReport" ADD CONSTRAINT "PatrolReport_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Danger" ADD CONSTRAINT "Danger_patrolId_fkey" FOREIGN KEY ("patrolId") REFERENCES "PatrolReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Danger" ADD CONSTRAINT "Danger_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DangerEvent" ADD CONSTRAINT "DangerEvent_dangerId_fkey" FOREIGN KEY ("dangerId") REFERENCES "Danger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DangerEvent" ADD CONSTRAINT "DangerEvent_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DeploymentPosition" ADD CONSTRAINT "DeploymentPosition_deploymentId_fkey" FOREIGN KEY ("deploymentId") REFERENCES "Deployment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Outage"
  ADD CONSTRAINT something_is_cut CHECK (cardinality(cuts) BETWEEN 1 AND 3),
  ADD CONSTRAINT outage_area_in_province CHECK ("areaId" IS NULL OR left("areaId", 2) = left("provinceId", 2)),
  ADD CONSTRAINT outage_position CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL OR (lat BETWEEN 0 AND 60 AND lon BETWEEN 70 AND 140))),
  ADD CONSTRAINT outage_people CHECK (people IS NULL OR people BETWEEN 0 AND 100000000),
  ADD CONSTRAINT outage_plausible_time CHECK (since BETWEEN '1949-10-01' AND '2200-01-01'),
  ADD CONSTRAINT outage_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT outage_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "OutageRestoration"
  ADD CONSTRAINT something_is_restored CHECK (cardinality(cuts) BETWEEN 1 AND 3);
ALTER TABLE "PatrolReport"
  ADD CONSTRAINT patrol_figures CHECK (coalesce("lengthKm", 0) >= 0 AND coalesce("patrolledKm", 0) >= 0 AND coalesce(people, 0) >= 0 AND coalesce(shifts, 0) BETWEEN 0 AND 24),
  ADD CONSTRAINT patrol_plausible_time CHECK (at BETWEEN '1949-10-01' AND '2200-01-01'),
  ADD CONSTRAINT patrol_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT patrol_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "Danger"
  ADD CONSTRAINT danger_position CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL OR (lat BETWEEN 0 AND 60 AND lon BETWEEN 70 AND 140)));
ALTER TABLE "DeploymentPosition"
  ADD CONSTRAINT position_in_range CHECK (lat BETWEEN 0 AND 60 AND lon BETWEEN 70 AND 140);
ALTER TABLE "Photo" ADD CONSTRAINT photo_size CHECK (octet_length(bytes) <= 4194304);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Outage', 'OutageRestoration', 'Photo', 'PatrolReport', 'Danger', 'DangerEvent', 'DeploymentPosition', 'PositionQuarantine']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;
