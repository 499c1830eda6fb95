-- CreateTable
CREATE TABLE "SettledTally" (
    "course" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHash" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "answered" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "sureWrong" INTEGER NOT NULL,
    "checks" INTEGER NOT NULL,
    "checksRight" INTEGER NOT NULL,
    "rest" REAL NOT NULL,
    "restSquared" REAL NOT NULL,
    "restRight" REAL NOT NULL,

    PRIMARY KEY ("course", "chapter", "question", "questionHash", "part")
);
