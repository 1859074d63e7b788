-- An answer that was wrong is put right by a new one that says why; the wrong one stays.
ALTER TABLE "DirectiveProgress" ADD COLUMN "reason" TEXT, ADD COLUMN "supersedesId" BIGINT;
CREATE UNIQUE INDEX "DirectiveProgress_supersedesId_key" ON "DirectiveProgress"("supersedesId");
ALTER TABLE "DirectiveProgress"
  ADD CONSTRAINT "DirectiveProgress_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "DirectiveProgress"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT progress_correction_has_reason CHECK ("supersedesId" IS NULL OR coalesce(length("reason"), 0) > 0);
