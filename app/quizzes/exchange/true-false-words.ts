// What Moodle calls the two answers in the languages whose old files are about; it knows only true
// and false itself.
const pairs: [string, string][] = [
  ['true', 'false'],
  ['sant', 'falskt'],
  ['verdadero', 'falso'],
  ['verdadeiro', 'falso'],
  ['vrai', 'faux'],
  ['wahr', 'falsch'],
  ['richtig', 'falsch'],
  ['vero', 'falso'],
  ['waar', 'onwaar'],
  ['sandt', 'falsk'],
  ['sann', 'usann'],
  ['tosi', 'epätosi'],
  ['prawda', 'fałsz'],
  ['pravda', 'nepravda'],
  ['točno', 'netočno'],
  ['tačno', 'netačno'],
  ['тачно', 'нетачно'],
  ['верно', 'неверно'],
  ['правильно', 'неправильно'],
  ['праўда', 'няпраўда'],
  ['صواب', 'خطأ'],
  ['صح', 'خطأ'],
]

/** Two answers to a statement: which of them is true. */
export type WhichIsTrue = { kind: 'words' | 'place'; trueAt: 0 | 1 } | { kind: 'unclear' }

/**
 * Which of two answers means true. Words that are known decide; where none is, the first is true,
 * as Moodle reads its old files. Where words say the one and Moodle's way the other, nobody can
 * tell.
 */
export function whichIsTrue(answers: string[]): WhichIsTrue {
  if (answers.length !== 2) return { kind: 'unclear' }
  const [first, second] = answers.map((answer) => answer.trim().toLowerCase()) as [string, string]
  const isPair = (one: string, other: string) =>
    pairs.some(([ifTrue, ifFalse]) => one === ifTrue && other === ifFalse)
  if (isPair(first, second)) return { kind: 'words', trueAt: 0 }
  // Moodle takes these two in either order, and any others by their place.
  if (answers[0] === 'false' && answers[1] === 'true') return { kind: 'words', trueAt: 1 }
  const words = new Set(pairs.flat())
  return words.has(first) || words.has(second) || first === second
    ? { kind: 'unclear' }
    : { kind: 'place', trueAt: 0 }
}
