-- CreateTable
CREATE TABLE "FormerSeat" (
    "circleId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,

    PRIMARY KEY ("circleId", "seatId"),
    CONSTRAINT "FormerSeat_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FormerSeat_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FormerSeat_learnerId_idx" ON "FormerSeat"("learnerId");
