-- CreateTable
CREATE TABLE "PseudonymSkeleton" (
    "skeleton" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    CONSTRAINT "PseudonymSkeleton_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PseudonymSkeleton_learnerId_idx" ON "PseudonymSkeleton"("learnerId");
