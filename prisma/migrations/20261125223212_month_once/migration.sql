-- to_regclass asks a cache that an advisory lock does not freshen: of two that made one month at once, the second still
-- saw none after it had waited. The catalogue itself, read by a statement of its own, tells.
CREATE OR REPLACE FUNCTION ensure_reading_month(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month timestamp := date_trunc('month', (moment AT TIME ZONE 'UTC') + interval '8 hours');
  name text := 'StageReading_' || to_char(month, 'YYYY_MM');
  made boolean;
BEGIN
  IF moment < '1949-10-01' OR moment > '2200-01-01' THEN
    RAISE EXCEPTION 'no partition for %', moment USING ERRCODE = 'check_violation';
  END IF;
  IF to_regclass(format('%I', name)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('StageReading partitions'));
  SELECT EXISTS (
    SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = '"StageReading"'::regclass AND c.relname = name
  ) INTO made;
  IF made THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE "StageReading" INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)', name);
  EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  EXECUTE format('ALTER TABLE "StageReading" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name,
    (month - interval '8 hours') AT TIME ZONE 'UTC', (month + interval '1 month' - interval '8 hours') AT TIME ZONE 'UTC');
  EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
  EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
END $$;
