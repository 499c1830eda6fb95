PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('16a19749-506b-4a0f-b25e-1ec266710357','3e99050c464ce5a7f6f04f8e2e84909c98d1499daefffbc8346782cb4683e2c7','2026-11-21T19:22:55.280+00:00','20261121000000_first_release',NULL,NULL,'2026-11-21T19:22:55.255+00:00',1);
CREATE TABLE IF NOT EXISTS "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pseudonym" TEXT NOT NULL,
    "pseudonymKey" TEXT NOT NULL,
    "passphraseHash" TEXT NOT NULL,
    "createdOn" TEXT NOT NULL,
    "lastSeenOn" TEXT NOT NULL
);
INSERT INTO Learner VALUES('learner-1','quiet heron 42','quiet heron 42','not-a-hash','2026-11-21','2026-11-21');
CREATE TABLE IF NOT EXISTS "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "ownDevice" BOOLEAN NOT NULL,
    "startedOn" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO Session VALUES('session-1','learner-1',1,'2026-11-21','2026-12-05T00:00:00.000+00:00');
CREATE TABLE IF NOT EXISTS "Attempt" (
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
INSERT INTO Attempt VALUES(1,'learner-1','run-a-party','the-branch','missing-receipts','0123456789abcdef','{"trust":"yes"}',0,'2026-11-21');
CREATE TABLE IF NOT EXISTS "Visit" (
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
INSERT INTO Visit VALUES('learner-1','run-a-party','the-branch','2026-11-21','committee',NULL,1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('Attempt',1);
CREATE UNIQUE INDEX "Learner_pseudonymKey_key" ON "Learner"("pseudonymKey");
CREATE INDEX "Session_learnerId_idx" ON "Session"("learnerId");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
CREATE INDEX "Attempt_learnerId_course_chapter_question_idx" ON "Attempt"("learnerId", "course", "chapter", "question");
CREATE INDEX "Visit_learnerId_turn_idx" ON "Visit"("learnerId", "turn");
COMMIT;
