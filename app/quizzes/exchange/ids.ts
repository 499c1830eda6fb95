const mostWords = 4

/** An id out of words: the first few, in letters that an address can hold. Empty where there are none, as in another script. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
  return isId ? text : (words ?? []).slice(0, mostWords).join('-')
}

/** The id, or with a number behind it where it is taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}
