-- What the circles that ended in a quarter had done: written once, and never changed.
CREATE TABLE "QuarterSum" (
    "quarter" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "circles" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "meetings" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,

    PRIMARY KEY ("quarter", "course")
);

-- CreateTable
CREATE TABLE "SummedQuarter" (
    "quarter" TEXT NOT NULL PRIMARY KEY
);

-- AlterTable
ALTER TABLE "Circle" ADD COLUMN "isCounted" BOOLEAN NOT NULL DEFAULT false;
