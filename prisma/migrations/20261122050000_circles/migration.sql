-- CreateTable
CREATE TABLE "Circle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revision" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "joinCode" TEXT,
    "startedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "lastOn" TEXT NOT NULL,
    "isRetired" BOOLEAN NOT NULL DEFAULT false,
    "meetings" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "attendances" INTEGER NOT NULL,
    "women" INTEGER,
    "youth" INTEGER
);

-- CreateTable
CREATE TABLE "CircleMember" (
    "circleId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "removedOn" TEXT,
    "feedHash" TEXT,

    PRIMARY KEY ("circleId", "learnerId"),
    CONSTRAINT "CircleMember_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CircleMember_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CircleMark" (
    "circleId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "section" TEXT NOT NULL,

    PRIMARY KEY ("circleId", "learnerId", "chapter", "section"),
    CONSTRAINT "CircleMark_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CircleMark_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

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
CREATE INDEX "CircleMark_learnerId_idx" ON "CircleMark"("learnerId");
