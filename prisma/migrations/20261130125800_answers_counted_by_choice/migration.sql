-- Only the answers of learners who allow it are counted. What was counted before was counted of everyone.
ALTER TABLE "Learner" ADD COLUMN "answersCountedFrom" INTEGER;
DELETE FROM "Tally";
DELETE FROM "SettledTally";
