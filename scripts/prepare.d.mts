/** Makes the database file if it is missing and brings it up to the newest migration. */
export function migrate(url: string): Promise<void>

/** Ends the process with a sentence for the person at the keyboard. */
export function exitWithError(sentence: string): never
