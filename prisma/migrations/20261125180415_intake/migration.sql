-- Files, articles, heads put right, submission, withdrawal, and facts that an officer found.
ALTER TYPE "ProposalKind" ADD VALUE 'DIRECTIVE';
CREATE TYPE "BulletinStepKind" AS ENUM ('SUBMITTED', 'RETURNED', 'WITHDRAWN', 'REOPENED');

ALTER TABLE "Bulletin" ADD COLUMN "precision" "TimePrecision" NOT NULL DEFAULT 'DAY',
  ADD COLUMN "textSha256" CHAR(64),
  ADD COLUMN "fileName" TEXT,
  ADD COLUMN "articles" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "notices" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
CREATE INDEX "Bulletin_textSha256_idx" ON "Bulletin"("textSha256");

CREATE TABLE "BulletinReading" (
  "id" BIGSERIAL NOT NULL,
  "bulletinId" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "day" DATE NOT NULL,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "BulletinReading_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "BulletinHead" (
  "id" BIGSERIAL NOT NULL,
  "bulletinId" TEXT NOT NULL,
  "publisher" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "publishedAt" TIMESTAMPTZ(3) NOT NULL,
  "precision" "TimePrecision" NOT NULL,
  "url" TEXT,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "BulletinHead_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "BulletinStep" (
  "id" BIGSERIAL NOT NULL,
  "bulletinId" TEXT NOT NULL,
  "kind" "BulletinStepKind" NOT NULL,
  "reason" TEXT,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "BulletinStep_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Proposal" ADD COLUMN "readingId" BIGINT, ADD COLUMN "addedBy" TEXT;
ALTER TABLE "ProposalDecision" ADD COLUMN "corrects" JSONB;
ALTER TABLE "BulletinPublication" ADD COLUMN "submittedBy" TEXT;

CREATE INDEX "BulletinReading_bulletinId_id_idx" ON "BulletinReading"("bulletinId", "id");
CREATE INDEX "BulletinHead_bulletinId_id_idx" ON "BulletinHead"("bulletinId", "id");
CREATE INDEX "BulletinStep_bulletinId_id_idx" ON "BulletinStep"("bulletinId", "id");
ALTER TABLE "BulletinReading" ADD CONSTRAINT "BulletinReading_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BulletinHead" ADD CONSTRAINT "BulletinHead_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BulletinStep" ADD CONSTRAINT "BulletinStep_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "BulletinReading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "BulletinReading" ADD CONSTRAINT part_in_order CHECK ("start" >= 0 AND "end" >= "start");
ALTER TABLE "BulletinStep" ADD CONSTRAINT withdrawn_with_reason CHECK ("kind" NOT IN ('WITHDRAWN', 'RETURNED') OR coalesce(length("reason"), 0) > 0);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['BulletinReading', 'BulletinHead', 'BulletinStep']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;
