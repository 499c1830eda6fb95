/** Something that can be suggested. */
export interface Entry {
  title: string
  address: string
  kind: string
  /** Its words as they are compared, each with a space before it. */
  words: string
}

const max = 8

/** The words of a text as they are compared: without case and marks, each with a space before it. */
export const wordsOf = (text: string) =>
  ` ${text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()}`

/** Whether a word begins with what was typed but for one letter, or two that changed places. */
function isNear(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at++
  const after = (from: number, more: number) => word.startsWith(typed.slice(from), more)
  const isTurned = typed[at] === word[at + 1] && typed[at + 1] === word[at] && after(at + 2, at + 2)
  return after(at + 1, at + 1) || after(at + 1, at) || after(at, at + 1) || isTurned
}

/**
 * What fits what was typed, eight at most: what begins so first, and what questions ask, which is the
 * last kind of all, last. Only where nothing fits, what is one typing error away.
 */
export function matching(all: readonly Entry[], typed: string): Entry[] {
  const query = wordsOf(typed)
  if (query === ' ') return []
  const words = query.trim().split(' ')
  const having = (has: (own: string, word: string) => boolean) =>
    all.filter((entry) => words.every((word) => has(entry.words, word)))
  const exact = having((own, word) => own.includes(` ${word}`))
  const found =
    exact.length > 0
      ? exact
      : having(
          (own, word) =>
            own.includes(` ${word}`) ||
            (word.length > 3 && own.split(' ').some((one) => isNear(word, one))),
        )
  const last = all[all.length - 1]?.kind
  const order = ({ kind, words: own }: Entry) =>
    (kind === last ? 2 : 0) + (own.startsWith(query) ? 0 : 1)
  return found.sort((a, b) => order(a) - order(b)).slice(0, max)
}
