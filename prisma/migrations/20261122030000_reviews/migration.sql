-- CreateTable
CREATE TABLE "ReviewCard" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHash" TEXT NOT NULL,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "reviewedOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "askedOn" TEXT,
    "isForgotten" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("learnerId", "course", "chapter", "question"),
    CONSTRAINT "ReviewCard_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseCheck" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "drawnOn" TEXT NOT NULL,
    "lastAttempt" INTEGER NOT NULL,
    "finishedOn" TEXT,

    PRIMARY KEY ("learnerId", "course"),
    CONSTRAINT "CourseCheck_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- DropIndex
DROP INDEX "Attempt_learnerId_course_chapter_question_idx";

-- CreateIndex
CREATE INDEX "Attempt_learnerId_course_chapter_question_questionHash_isRight_idx" ON "Attempt"("learnerId", "course", "chapter", "question", "questionHash", "isRight");

-- Each question that was answered before there was a review comes back as if it had been answered for the first time with the latest answer:
-- the memory that FSRS begins with, after a right answer and after a wrong one (app/quizzes/review-schedule.ts).
INSERT INTO "ReviewCard" ("learnerId", "course", "chapter", "question", "questionHash", "stability", "difficulty", "reviewedOn", "dueOn")
SELECT "learnerId", "course", "chapter", "question", "questionHash",
    CASE WHEN "isRight" THEN 2.3065 ELSE 0.212 END,
    CASE WHEN "isRight" THEN 2.11810397 ELSE 6.4133 END,
    "answeredOn",
    date("answeredOn", CASE WHEN "isRight" THEN '+3 days' ELSE '+1 day' END)
FROM "Attempt"
WHERE "id" IN (SELECT MAX("id") FROM "Attempt" GROUP BY "learnerId", "course", "chapter", "question");
