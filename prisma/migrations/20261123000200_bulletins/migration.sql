CREATE TYPE "ProposalKind" AS ENUM ('RESPONSE', 'WATER', 'DEPLOYMENT', 'FORECAST', 'COMMUNICATION', 'CONSULTATION');
CREATE TYPE "ProposalChoice" AS ENUM ('ACCEPTED', 'REJECTED', 'PENDING');

-- No bulletin has been received before this migration.
ALTER TABLE "Bulletin" ADD COLUMN "original" BYTEA NOT NULL,
  ADD COLUMN "mediaType" TEXT NOT NULL,
  ADD COLUMN "receivedBy" TEXT NOT NULL;
ALTER TABLE "Source" ADD COLUMN "spanStart" INTEGER, ADD COLUMN "spanEnd" INTEGER;

CREATE TABLE "Proposal" (
  "id" BIGSERIAL NOT NULL,
  "bulletinId" TEXT NOT NULL,
  "kind" "ProposalKind" NOT NULL,
  "fact" JSONB NOT NULL,
  "spanStart" INTEGER NOT NULL,
  "spanEnd" INTEGER NOT NULL,
  "doubt" TEXT,
  CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProposalDecision" (
  "id" BIGSERIAL NOT NULL,
  "proposalId" BIGINT NOT NULL,
  "choice" "ProposalChoice" NOT NULL,
  "edited" JSONB,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ProposalDecision_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "BulletinPublication" (
  "bulletinId" TEXT NOT NULL,
  "version" BIGINT NOT NULL,
  "userName" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "facts" INTEGER NOT NULL,
  CONSTRAINT "BulletinPublication_pkey" PRIMARY KEY ("bulletinId")
);
CREATE INDEX "Proposal_bulletinId_idx" ON "Proposal"("bulletinId");
CREATE INDEX "ProposalDecision_proposalId_id_idx" ON "ProposalDecision"("proposalId", "id");
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProposalDecision" ADD CONSTRAINT "ProposalDecision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BulletinPublication" ADD CONSTRAINT "BulletinPublication_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Proposal" ADD CONSTRAINT span_in_order CHECK ("spanStart" >= 0 AND "spanEnd" >= "spanStart");
ALTER TABLE "Source" ADD CONSTRAINT source_span CHECK (("spanStart" IS NULL) = ("spanEnd" IS NULL) AND ("spanStart" IS NULL OR "bulletinId" IS NOT NULL));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Proposal', 'ProposalDecision', 'BulletinPublication']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_rows', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_table', name);
  END LOOP;
END $$;
