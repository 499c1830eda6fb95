-- Earlier releases left bytes of deleted rows in pages that are still in use: the file is looked
-- through once, whole.
INSERT INTO "PendingErasure" ("id") VALUES ('earlier-release') ON CONFLICT DO NOTHING;

-- CreateIndex
CREATE INDEX "Learner_lastSeenOn_id_idx" ON "Learner"("lastSeenOn", "id");
