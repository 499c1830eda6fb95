-- CreateTable
CREATE TABLE "Note" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "chapterTitle" TEXT NOT NULL,
    "sectionTitle" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenOn" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("learnerId", "course", "chapter", "section"),
    CONSTRAINT "Note_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

