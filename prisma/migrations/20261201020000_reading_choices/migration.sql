-- AlterTable
ALTER TABLE "Learner" ADD COLUMN "readingChoices" TEXT;

