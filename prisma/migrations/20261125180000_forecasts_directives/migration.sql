CREATE TYPE "RainGrade" AS ENUM ('LIGHT', 'MODERATE', 'HEAVY', 'STORM', 'HEAVY_STORM', 'EXTREME_STORM');
CREATE TYPE "ConsultationKind" AS ENUM ('MEETING', 'VIDEO');
CREATE TYPE "DirectiveCategory" AS ENUM ('PATROL', 'RESERVOIR', 'LEVEE', 'ORGANISATION', 'SUPPLIES', 'EVACUATION', 'WEAK_LINK', 'GEOHAZARD');
CREATE TYPE "ProgressState" AS ENUM ('RECEIVED', 'IN_HAND', 'DONE');
CREATE TABLE "RainForecast" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "issuedAt" TIMESTAMPTZ(3) NOT NULL,
  "fromAt" TIMESTAMPTZ(3) NOT NULL,
  "fromPrecision" "TimePrecision" NOT NULL DEFAULT 'DAY',
  "toAt" TIMESTAMPTZ(3),
  "toPrecision" "TimePrecision" NOT NULL DEFAULT 'DAY',
  "intensity" TEXT NOT NULL,
  "grade" "RainGrade",
  "provinceIds" TEXT[] NOT NULL,
  "note" TEXT,
  "reason" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "supersedesId" BIGINT,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "RainForecast_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "RainForecastArea" (
  "id" BIGSERIAL NOT NULL,
  "forecastId" BIGINT NOT NULL,
  "text" TEXT NOT NULL,
  "part" TEXT,
  "adcodes" TEXT[] NOT NULL,
  "approximate" BOOLEAN NOT NULL,
  "rule" TEXT,
  CONSTRAINT "RainForecastArea_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Consultation" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "kind" "ConsultationKind" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "ledBy" TEXT[] NOT NULL,
  "provinceIds" TEXT[] NOT NULL,
  "decisions" TEXT,
  "reason" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "supersedesId" BIGINT,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Directive" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "category" "DirectiveCategory" NOT NULL,
  "text" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "provinceIds" TEXT[] NOT NULL,
  "reason" TEXT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "supersedesId" BIGINT,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "Directive_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "DirectiveProgress" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "directiveId" BIGINT NOT NULL,
  "provinceId" CHAR(6) NOT NULL,
  "state" "ProgressState" NOT NULL,
  "figures" JSONB NOT NULL,
  "note" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "DirectiveProgress_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RainForecast_supersedesId_key" ON "RainForecast"("supersedesId");
CREATE INDEX "RainForecast_version_idx" ON "RainForecast"("version");
CREATE INDEX "RainForecastArea_forecastId_idx" ON "RainForecastArea"("forecastId");
CREATE UNIQUE INDEX "Consultation_supersedesId_key" ON "Consultation"("supersedesId");
CREATE INDEX "Consultation_version_idx" ON "Consultation"("version");
CREATE UNIQUE INDEX "Directive_supersedesId_key" ON "Directive"("supersedesId");
CREATE INDEX "Directive_version_idx" ON "Directive"("version");
CREATE INDEX "DirectiveProgress_directiveId_provinceId_idx" ON "DirectiveProgress"("directiveId", "provinceId");
CREATE INDEX "DirectiveProgress_version_idx" ON "DirectiveProgress"("version");
ALTER TABLE "RainForecast" ADD CONSTRAINT "RainForecast_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "RainForecast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RainForecast" ADD CONSTRAINT "RainForecast_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RainForecastArea" ADD CONSTRAINT "RainForecastArea_forecastId_fkey" FOREIGN KEY ("forecastId") REFERENCES "RainForecast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DirectiveProgress" ADD CONSTRAINT "DirectiveProgress_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DirectiveProgress" ADD CONSTRAINT "DirectiveProgress_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DirectiveProgress" ADD CONSTRAINT "DirectiveProgress_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DeploymentKind" ADD COLUMN "icon" TEXT NOT NULL DEFAULT 'team', ADD COLUMN "carriesNetwork" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Deployment" ADD COLUMN "originName" TEXT, ADD COLUMN "originLat" DOUBLE PRECISION, ADD COLUMN "originLon" DOUBLE PRECISION, ADD COLUMN "contact" TEXT;
ALTER TABLE "Deployment"
  ADD CONSTRAINT origin_position CHECK (("originLat" IS NULL) = ("originLon" IS NULL) AND ("originLat" IS NULL OR ("originLat" BETWEEN 0 AND 60 AND "originLon" BETWEEN 70 AND 140)));

-- A list of province codes as in GB/T 2260; it may be empty.
CREATE FUNCTION are_provinces(codes text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(bool_and(code ~ '^[1-8][0-9]0000$'), true) FROM unnest(codes) AS code
$$;
ALTER TABLE "RainForecast"
  ADD CONSTRAINT forecast_provinces CHECK (are_provinces("provinceIds")),
  ADD CONSTRAINT forecast_in_order CHECK ("toAt" IS NULL OR "fromAt" <= "toAt"),
  ADD CONSTRAINT forecast_plausible_time CHECK ("fromAt" BETWEEN '1949-10-01' AND '2200-01-01'),
  ADD CONSTRAINT forecast_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT forecast_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "Consultation"
  ADD CONSTRAINT consultation_provinces CHECK (are_provinces("provinceIds")),
  ADD CONSTRAINT somebody_led CHECK (cardinality("ledBy") > 0),
  ADD CONSTRAINT consultation_plausible_time CHECK (at BETWEEN '1949-10-01' AND '2200-01-01'),
  ADD CONSTRAINT consultation_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT consultation_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "Directive"
  ADD CONSTRAINT directive_provinces CHECK (are_provinces("provinceIds")),
  ADD CONSTRAINT directive_plausible_time CHECK (at BETWEEN '1949-10-01' AND '2200-01-01'),
  ADD CONSTRAINT directive_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT directive_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "DirectiveProgress"
  ADD CONSTRAINT figures_are_a_list CHECK (jsonb_typeof(figures) = 'array'),
  ADD CONSTRAINT progress_plausible_time CHECK (at BETWEEN '1949-10-01' AND '2200-01-01');

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['RainForecast', 'RainForecastArea', 'Consultation', 'Directive', 'DirectiveProgress']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;
