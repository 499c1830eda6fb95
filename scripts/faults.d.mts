/** Why SQLite does not let a database be used, or null where the error is another's. */
export function databaseReason(error: { rawCode?: unknown }): string | null

/** Why a file or folder cannot be used, or null where the error is another's. */
export function fileReason(error: { code?: unknown }): string | null

/** Makes what a command throws the sentence that it ends with. */
export function endWithSentences(): void
