-- A further source of one fact on record: the same told again confirms it and makes no second event.
CREATE TABLE "Confirmation" (
  "id" BIGSERIAL NOT NULL,
  "version" BIGINT NOT NULL,
  "deploymentId" BIGINT,
  "outageId" BIGINT,
  "dangerId" BIGINT,
  "forecastId" BIGINT,
  "consultationId" BIGINT,
  "directiveId" BIGINT,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sourceId" TEXT NOT NULL,
  CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT confirms_one_fact CHECK (num_nonnulls("deploymentId", "outageId", "dangerId", "forecastId", "consultationId", "directiveId") = 1)
);
CREATE UNIQUE INDEX "Confirmation_sourceId_key" ON "Confirmation"("sourceId");
CREATE INDEX "Confirmation_version_idx" ON "Confirmation"("version");
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_deploymentId_fkey" FOREIGN KEY ("deploymentId") REFERENCES "Deployment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "Outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_dangerId_fkey" FOREIGN KEY ("dangerId") REFERENCES "Danger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_forecastId_fkey" FOREIGN KEY ("forecastId") REFERENCES "RainForecast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON "Confirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON "Confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Confirmation" ENABLE ALWAYS TRIGGER append_only_rows;
ALTER TABLE "Confirmation" ENABLE ALWAYS TRIGGER append_only_table;
