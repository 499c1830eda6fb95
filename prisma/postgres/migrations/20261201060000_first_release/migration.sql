-- Leads to the schema 491cf9ffa765239948428cdadd76209fcb7244f280ac216b491d004d06520dbf

-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT COLLATE "C" NOT NULL,
    "pseudonym" TEXT COLLATE "C" NOT NULL,
    "pseudonymKey" TEXT COLLATE "C" NOT NULL,
    "passphraseHash" TEXT COLLATE "C" NOT NULL,
    "createdOn" TEXT COLLATE "C" NOT NULL,
    "lastSeenOn" TEXT COLLATE "C" NOT NULL,
    "answersCountedFrom" INTEGER,
    "readingChoices" TEXT COLLATE "C",

    CONSTRAINT "Learner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PseudonymSkeleton" (
    "skeleton" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PseudonymSkeleton_pkey" PRIMARY KEY ("skeleton")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "ownDevice" BOOLEAN NOT NULL,
    "startedOn" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "PendingErasure" (
    "id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PendingErasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeCount" (
    "bucket" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ChangeCount_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "Role" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("learnerId","role")
);

-- CreateTable
CREATE TABLE "RoleChange" (
    "id" SERIAL NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "act" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C",

    CONSTRAINT "RoleChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" SERIAL NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "questionHash" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "isRight" BOOLEAN NOT NULL,
    "answeredOn" TEXT COLLATE "C" NOT NULL,
    "confidence" TEXT COLLATE "C",

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "openedOn" TEXT COLLATE "C" NOT NULL,
    "section" TEXT COLLATE "C",
    "readOn" TEXT COLLATE "C",
    "turn" INTEGER NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("learnerId","course","chapter")
);

-- CreateTable
CREATE TABLE "ItemCounts" (
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "questionHash" TEXT COLLATE "C" NOT NULL,
    "part" TEXT COLLATE "C" NOT NULL,
    "answered" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "sureWrong" INTEGER NOT NULL,
    "checks" INTEGER NOT NULL,
    "checksRight" INTEGER NOT NULL,
    "rest" DOUBLE PRECISION NOT NULL,
    "restSquared" DOUBLE PRECISION NOT NULL,
    "restRight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ItemCounts_pkey" PRIMARY KEY ("course","chapter","question","questionHash","part")
);

-- CreateTable
CREATE TABLE "PublishedItemCounts" (
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "questionHash" TEXT COLLATE "C" NOT NULL,
    "part" TEXT COLLATE "C" NOT NULL,
    "answered" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "sureWrong" INTEGER NOT NULL,
    "checks" INTEGER NOT NULL,
    "checksRight" INTEGER NOT NULL,
    "rest" DOUBLE PRECISION NOT NULL,
    "restSquared" DOUBLE PRECISION NOT NULL,
    "restRight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "PublishedItemCounts_pkey" PRIMARY KEY ("course","chapter","question","questionHash","part")
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "questionHash" TEXT COLLATE "C" NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reviewedOn" TEXT COLLATE "C" NOT NULL,
    "dueOn" TEXT COLLATE "C" NOT NULL,
    "askedOn" TEXT COLLATE "C",
    "isSuspended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("learnerId","course","chapter","question")
);

-- CreateTable
CREATE TABLE "CourseCheck" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "seed" TEXT COLLATE "C" NOT NULL,
    "drawnOn" TEXT COLLATE "C" NOT NULL,
    "lastAttempt" INTEGER NOT NULL,
    "finishedOn" TEXT COLLATE "C",

    CONSTRAINT "CourseCheck_pkey" PRIMARY KEY ("learnerId","course")
);

-- CreateTable
CREATE TABLE "Note" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "section" TEXT COLLATE "C" NOT NULL,
    "chapterTitle" TEXT COLLATE "C" NOT NULL,
    "sectionTitle" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "writtenOn" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("learnerId","course","chapter","section")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "learnerId" TEXT COLLATE "C",
    "course" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "section" TEXT COLLATE "C",
    "country" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "isSigned" BOOLEAN NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "sentOn" TEXT COLLATE "C" NOT NULL,
    "decidedOn" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Circle" (
    "id" TEXT COLLATE "C" NOT NULL,
    "revision" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "joinCode" TEXT COLLATE "C",
    "startedOn" TEXT COLLATE "C" NOT NULL,
    "closedOn" TEXT COLLATE "C",
    "lastOn" TEXT COLLATE "C" NOT NULL,
    "isRetired" BOOLEAN NOT NULL DEFAULT false,
    "isCounted" BOOLEAN NOT NULL DEFAULT false,
    "meetings" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "attendances" INTEGER NOT NULL,
    "women" INTEGER,
    "youth" INTEGER,

    CONSTRAINT "Circle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuarterSum" (
    "quarter" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "circles" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "meetings" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,

    CONSTRAINT "QuarterSum_pkey" PRIMARY KEY ("quarter","course")
);

-- CreateTable
CREATE TABLE "SummedQuarter" (
    "quarter" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SummedQuarter_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "CircleMember" (
    "circleId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "seatId" TEXT COLLATE "C" NOT NULL,
    "removedOn" TEXT COLLATE "C",
    "feedHash" TEXT COLLATE "C",

    CONSTRAINT "CircleMember_pkey" PRIMARY KEY ("circleId","learnerId")
);

-- CreateTable
CREATE TABLE "FormerSeat" (
    "circleId" TEXT COLLATE "C" NOT NULL,
    "seatId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "FormerSeat_pkey" PRIMARY KEY ("circleId","seatId")
);

-- CreateTable
CREATE TABLE "CircleMark" (
    "circleId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "chapter" TEXT COLLATE "C" NOT NULL,
    "section" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CircleMark_pkey" PRIMARY KEY ("circleId","learnerId","chapter","section")
);

-- CreateIndex
CREATE UNIQUE INDEX "Learner_pseudonymKey_key" ON "Learner"("pseudonymKey");

-- CreateIndex
CREATE INDEX "Learner_lastSeenOn_id_idx" ON "Learner"("lastSeenOn", "id");

-- CreateIndex
CREATE INDEX "PseudonymSkeleton_learnerId_idx" ON "PseudonymSkeleton"("learnerId");

-- CreateIndex
CREATE INDEX "Session_learnerId_idx" ON "Session"("learnerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RecoveryCode_learnerId_idx" ON "RecoveryCode"("learnerId");

-- CreateIndex
CREATE INDEX "RoleChange_subject_idx" ON "RoleChange"("subject");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_course_chapter_question_questionHash_isRi_idx" ON "Attempt"("learnerId", "course", "chapter", "question", "questionHash", "isRight");

-- CreateIndex
CREATE INDEX "Visit_learnerId_turn_idx" ON "Visit"("learnerId", "turn");

-- CreateIndex
CREATE INDEX "Comment_learnerId_idx" ON "Comment"("learnerId");

-- CreateIndex
CREATE INDEX "Comment_state_id_idx" ON "Comment"("state", "id");

-- CreateIndex
CREATE INDEX "Comment_course_chapter_state_idx" ON "Comment"("course", "chapter", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Circle_joinCode_key" ON "Circle"("joinCode");

-- CreateIndex
CREATE INDEX "Circle_isRetired_lastOn_idx" ON "Circle"("isRetired", "lastOn");

-- CreateIndex
CREATE UNIQUE INDEX "CircleMember_feedHash_key" ON "CircleMember"("feedHash");

-- CreateIndex
CREATE INDEX "CircleMember_learnerId_idx" ON "CircleMember"("learnerId");

-- CreateIndex
CREATE UNIQUE INDEX "CircleMember_circleId_seatId_key" ON "CircleMember"("circleId", "seatId");

-- CreateIndex
CREATE INDEX "FormerSeat_learnerId_idx" ON "FormerSeat"("learnerId");

-- CreateIndex
CREATE INDEX "CircleMark_learnerId_idx" ON "CircleMark"("learnerId");

-- AddForeignKey
ALTER TABLE "PseudonymSkeleton" ADD CONSTRAINT "PseudonymSkeleton_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleChange" ADD CONSTRAINT "RoleChange_subject_fkey" FOREIGN KEY ("subject") REFERENCES "Learner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCard" ADD CONSTRAINT "ReviewCard_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseCheck" ADD CONSTRAINT "CourseCheck_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleMember" ADD CONSTRAINT "CircleMember_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleMember" ADD CONSTRAINT "CircleMember_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerSeat" ADD CONSTRAINT "FormerSeat_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerSeat" ADD CONSTRAINT "FormerSeat_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleMark" ADD CONSTRAINT "CircleMark_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleMark" ADD CONSTRAINT "CircleMark_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

