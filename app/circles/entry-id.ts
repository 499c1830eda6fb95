/** The longest id that a form may send is 40 letters long; "-99" fits behind this many. */
const maxBase = 37

/**
 * The id under which what a form adds is stored: the form's own; where that form was sent before
 * with other words, the next one made from it, so that both stand there. Null where the very entry
 * is there already: the form was sent twice.
 */
export function idOfNew<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string,
  isSame: (entry: Entry) => boolean,
): string | null {
  for (let time = 1; ; time++) {
    const candidate = time === 1 ? id : `${id.slice(0, maxBase)}-${time}`
    const there = entries.find((entry) => entry.id === candidate)
    if (!there) return candidate
    if (isSame(there)) return null
  }
}
