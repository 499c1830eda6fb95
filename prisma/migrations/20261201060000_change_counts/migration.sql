-- CreateTable
CREATE TABLE "ChangeCount" (
    "bucket" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "count" INTEGER NOT NULL
);

