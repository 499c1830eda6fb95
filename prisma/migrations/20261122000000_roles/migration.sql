-- CreateTable
CREATE TABLE "Role" (
    "learnerId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("learnerId", "role"),
    CONSTRAINT "Role_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "subject" TEXT,
    CONSTRAINT "RoleChange_subject_fkey" FOREIGN KEY ("subject") REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RoleChange_subject_idx" ON "RoleChange"("subject");
