-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pseudonym" TEXT NOT NULL,
    "pseudonymKey" TEXT NOT NULL,
    "passphraseHash" TEXT NOT NULL,
    "createdOn" TEXT NOT NULL,
    "lastSeenOn" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "ownDevice" BOOLEAN NOT NULL,
    "startedOn" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "isRight" BOOLEAN NOT NULL,
    "answeredOn" TEXT NOT NULL,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Visit" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "section" TEXT,
    "readOn" TEXT,
    "turn" INTEGER NOT NULL,

    PRIMARY KEY ("learnerId", "course", "chapter"),
    CONSTRAINT "Visit_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Learner_pseudonymKey_key" ON "Learner"("pseudonymKey");

-- CreateIndex
CREATE INDEX "Session_learnerId_idx" ON "Session"("learnerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_course_chapter_question_idx" ON "Attempt"("learnerId", "course", "chapter", "question");

-- CreateIndex
CREATE INDEX "Visit_learnerId_turn_idx" ON "Visit"("learnerId", "turn");

