// libsql gives the code of a file that it cannot open in words alone.
const opening = /^ConnectionFailed\(.*: (\d+)"\)$/s

/**
 * The primary result code that an error of SQLite's carries, or null where it is another's:
 * https://www.sqlite.org/rescode.html
 * @param {{ rawCode?: unknown, message?: string }} error
 * @returns {number | null}
 */
export function resultCodeOf({ rawCode, message }) {
  if (typeof rawCode === 'number') return rawCode & 0xff
  const code = opening.exec(message ?? '')?.[1]
  return code === undefined ? null : Number(code) & 0xff
}
