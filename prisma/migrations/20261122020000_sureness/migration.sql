-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "sureness" TEXT;
