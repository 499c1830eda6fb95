-- CreateTable
CREATE TABLE "Comment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT,
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "section" TEXT,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isSigned" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "sentOn" TEXT NOT NULL,
    "decidedOn" TEXT,
    "reason" TEXT,
    "note" TEXT,
    CONSTRAINT "Comment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Comment_learnerId_idx" ON "Comment"("learnerId");

-- CreateIndex
CREATE INDEX "Comment_state_id_idx" ON "Comment"("state", "id");

-- CreateIndex
CREATE INDEX "Comment_course_chapter_state_idx" ON "Comment"("course", "chapter", "state");
