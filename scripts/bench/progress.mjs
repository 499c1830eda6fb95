/**
 * Says what is being measured, to the person who waits for it; not a part of what is printed as a result.
 * @param {string} what
 */
export function tell(what) {
  process.stderr.write(`  … ${what}\n`)
}
