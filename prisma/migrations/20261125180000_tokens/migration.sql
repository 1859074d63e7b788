CREATE TABLE "ApiToken" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hash" CHAR(64) NOT NULL,
  "scopes" TEXT[],
  "national" BOOLEAN NOT NULL,
  "provinces" TEXT[],
  "createdBy" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lastUsedAt" TIMESTAMPTZ(3),
  "revokedAt" TIMESTAMPTZ(3),
  "revokedBy" TEXT,
  CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- A token is never given more than it was made with, and never comes back.
CREATE FUNCTION keep_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a token is revoked, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."hash", NEW."scopes", NEW."national", NEW."provinces", NEW."createdBy", NEW."createdAt")
     IS DISTINCT FROM (OLD."hash", OLD."scopes", OLD."national", OLD."provinces", OLD."createdBy", OLD."createdAt")
     OR (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt") THEN
    RAISE EXCEPTION 'a token does not change; make another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_token BEFORE UPDATE OR DELETE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION keep_token();
