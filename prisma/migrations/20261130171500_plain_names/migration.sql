-- The words of the field (docs/glossary.md) for three tables and two columns. No row is changed.
ALTER TABLE "Remains" RENAME TO "PendingErasure";
ALTER TABLE "Tally" RENAME TO "ItemCounts";
ALTER TABLE "SettledTally" RENAME TO "PublishedItemCounts";
ALTER TABLE "Attempt" RENAME COLUMN "sureness" TO "confidence";
ALTER TABLE "ReviewCard" RENAME COLUMN "isForgotten" TO "isSuspended";
