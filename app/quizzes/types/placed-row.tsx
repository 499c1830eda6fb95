import type { Verdict } from './question-type.ts'

/**
 * One line of a question that places things: a choice of numbers or letters beside a text and, once
 * graded, how it came out and why.
 */
export function PlacedRow({
  name,
  label,
  text,
  choices,
  chosen,
  isGraded,
  verdict,
  mark,
  reason,
}: {
  name: string
  label: string
  text: string
  choices: string[]
  chosen: string
  isGraded: boolean
  verdict: Verdict | undefined
  /** In words, for a line that came out right or wrong. */
  mark: { right: string; wrong: string }
  reason: string
}) {
  return (
    <div className={verdict ? `option placed is-${verdict}` : 'option placed'}>
      <select id={name} name={name} defaultValue={chosen} disabled={isGraded} aria-label={label}>
        <option value="">–</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
      <label htmlFor={name}>
        {text}{' '}
        {verdict && (
          <span className="mark">
            {verdict === 'right' ? `✓ ${mark.right}` : `✗ ${mark.wrong}`}
          </span>
        )}
      </label>
      {verdict && <span className="reason">{reason}</span>}
    </div>
  )
}
