-- Nothing is overwritten: the database itself refuses to change or remove an event.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused; record a superseding row instead', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ResponseAction', 'StageReport', 'Deployment', 'DeploymentPlace', 'DeploymentStatus',
    'StageMark', 'Bulletin', 'Source', 'AuditEntry']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    -- ALWAYS: a session in replica mode must not get past them either.
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;

-- Codes as in GB/T 2260.
ALTER TABLE "Province" ADD CONSTRAINT province_code CHECK ("adcode" ~ '^[1-8][0-9]0000$');
ALTER TABLE "Area" ADD CONSTRAINT area_code CHECK ("adcode" ~ '^[1-8][0-9]{5}$' AND left("adcode", 2) = left("provinceId", 2)),
  ADD CONSTRAINT area_kind CHECK ("kind" IN ('prefecture', 'county'));
ALTER TABLE "Area" ADD CONSTRAINT area_position CHECK ("lat" BETWEEN 0 AND 60 AND "lon" BETWEEN 70 AND 140);

ALTER TABLE "ResponseAction"
  ADD CONSTRAINT level_unless_terminated CHECK ((kind = 'TERMINATE') = (level IS NULL)),
  ADD CONSTRAINT raised_is_graver CHECK (kind <> 'RAISE' OR "fromLevel" IS NULL OR level < "fromLevel"),
  ADD CONSTRAINT lowered_is_milder CHECK (kind <> 'LOWER' OR "fromLevel" IS NULL OR level > "fromLevel"),
  ADD CONSTRAINT window_in_order CHECK ("windowAfter" IS NULL OR "windowBy" IS NULL OR "windowAfter" <= "windowBy"),
  ADD CONSTRAINT stated_has_no_window CHECK (certainty = 'INFERRED' OR ("windowAfter" IS NULL AND "windowBy" IS NULL)),
  ADD CONSTRAINT area_in_province CHECK ("areaId" IS NULL OR left("areaId", 2) = left("provinceId", 2)),
  ADD CONSTRAINT correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL),
  ADD CONSTRAINT plausible_time CHECK ("effectiveAt" BETWEEN '1949-10-01' AND '2200-01-01');
ALTER TABLE "StageReport"
  ADD CONSTRAINT says_something CHECK (status IS NOT NULL OR trend IS NOT NULL OR stage IS NOT NULL),
  ADD CONSTRAINT stage_range CHECK (stage IS NULL OR stage BETWEEN -500 AND 9000),
  ADD CONSTRAINT report_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT report_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL),
  ADD CONSTRAINT report_plausible_time CHECK (at BETWEEN '1949-10-01' AND '2200-01-01');
ALTER TABLE "Deployment"
  ADD CONSTRAINT some_were_sent CHECK (count IS NULL OR count BETWEEN 1 AND 1000000),
  ADD CONSTRAINT deployment_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0),
  ADD CONSTRAINT deployment_withdrawn_is_correction CHECK (NOT withdrawn OR "supersedesId" IS NOT NULL);
ALTER TABLE "DeploymentPlace"
  ADD CONSTRAINT place_position CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL OR (lat BETWEEN 0 AND 60 AND lon BETWEEN 70 AND 140)));
ALTER TABLE "SystemVersion" ADD CONSTRAINT one_row CHECK (id = 1);
INSERT INTO "SystemVersion" (id, version) VALUES (1, 0);

-- One accepted command per request: a form sent twice is answered with its first result.
CREATE UNIQUE INDEX audit_one_result_per_request ON "AuditEntry" ("requestId") WHERE outcome = 'DONE' AND "requestId" IS NOT NULL;
CREATE INDEX audit_provinces ON "AuditEntry" USING gin (provinces);
-- The state of all tracks as of one time, as known at another.
CREATE INDEX response_action_as_known ON "ResponseAction" ("issuerId", hazard, "provinceId", "areaId", "effectiveAt" DESC, id DESC) INCLUDE ("recordedAt", kind, level) WHERE NOT withdrawn;

CREATE FUNCTION announce_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('xuntu', NEW.version::text);
  RETURN NEW;
END $$;
CREATE TRIGGER announce AFTER UPDATE OF version ON "SystemVersion" FOR EACH ROW EXECUTE FUNCTION announce_version();
CREATE FUNCTION announce_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('xuntu', 'setting');
  RETURN NEW;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON "Setting" FOR EACH ROW EXECUTE FUNCTION announce_setting();
