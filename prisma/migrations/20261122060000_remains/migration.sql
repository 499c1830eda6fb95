-- CreateTable
CREATE TABLE "Remains" (
    "id" TEXT NOT NULL PRIMARY KEY
);
