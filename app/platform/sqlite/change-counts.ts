// What pages show of a learner, as prisma/postgres counts it too.
const ofLearners = ['Attempt', 'Visit', 'ReviewCard', 'CourseCheck', 'Note']
const changes = [
  ['INSERT', 'NEW'],
  ['UPDATE', 'NEW'],
  ['DELETE', 'OLD'],
] as const

// Learners whose ids begin alike share a number, so that a count points at nobody.
const begin = 4
const base = 128

/** The number under which changes of an owner's things are counted. */
export function bucketOf(owner: string): number {
  let bucket = 0
  for (let at = 0; at < begin; at++)
    bucket = bucket * base + ((owner.codePointAt(at) ?? 0) & (base - 1))
  return bucket
}

/** {@link bucketOf} as SQLite computes it, of a value by its name in a statement. */
function bucketIn(name: string): string {
  const sign = (at: number) => `(coalesce(unicode(substr(${name}, ${at + 1}, 1)), 0) & ${base - 1})`
  return Array.from({ length: begin }, (_, at) => sign(at)).reduce(
    (before, one) => `(${before} * ${base} + ${one})`,
  )
}

const counting = (bucket: string) =>
  `INSERT INTO "ChangeCount" ("bucket", "count") VALUES (${bucket}, 1)
    ON CONFLICT ("bucket") DO UPDATE SET "count" = "count" + 1`

/**
 * Statements that have a connection count what it changes of what pages show, in the same change
 * (docs/decisions/094). They last as long as the connection, and are nothing of the file's.
 */
export const countingTriggers: readonly string[] = [
  // Nothing that a statement works with is put into a file of its own.
  'PRAGMA temp_store = MEMORY',
  ...ofLearners.flatMap((table) =>
    changes.map(
      ([change, row]) =>
        `CREATE TEMP TRIGGER "count ${table} ${change}" AFTER ${change} ON main."${table}"
          WHEN ${row}."learnerId" IS NOT NULL
          BEGIN ${counting(bucketIn(`${row}."learnerId"`))}; END`,
    ),
  ),
  ...changes.map(
    ([change]) =>
      `CREATE TEMP TRIGGER "count Comment ${change}" AFTER ${change} ON main."Comment"
        BEGIN ${counting(String(bucketOf('comments')))}; END`,
  ),
]

/** The count of an owner's changes. */
export const countOfBucket = 'SELECT "count" FROM "ChangeCount" WHERE "bucket" = ?'
