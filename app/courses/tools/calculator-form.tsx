import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm } from '../../ui/form.tsx'
import type { Calculation } from './calculate.ts'
import type { Block } from './tool.ts'

type Calculator = Extract<Block, { kind: 'calculator' }>

/**
 * A calculator in a file or on paper: rows to fill in by hand, or with the numbers of the example
 * and what they come to.
 */
export function PaperCalculator({
  calculator,
  calculation,
}: {
  calculator: Calculator
  calculation?: Calculation
}) {
  const rows = [
    ...calculator.inputs.map((one) => ({ ...one, number: calculation?.typed[one.id] })),
    ...calculator.results.map((one) => ({ ...one, number: calculation?.results[one.id] })),
  ]
  return rows.map(({ id, label, number, unit }) => (
    <p key={id} className="tool-field">
      <span>{label}</span>{' '}
      <span className="fill">
        {number ?? '\u00a0'} {unit}
      </span>
    </p>
  ))
}

/**
 * A calculator that works without script: the numbers are sent, and the page comes back with the
 * results. Nothing of it is stored. On paper its rows are to be filled in by hand.
 */
export function CalculatorForm({
  calculator,
  calculation,
  address,
}: {
  calculator: Calculator
  calculation?: Calculation
  address: string
}) {
  const { t } = useTexts()
  const { id, inputs, results } = calculator
  const unitOf = (unit: string) => unit && <span className="unit">{unit}</span>
  return (
    <PostForm action={`${address}#${id}`} id={id} className="calculator">
      <input type="hidden" name="calculator" value={id} />
      {inputs.map((input) => {
        const isWrong = calculation?.problems.includes(input.id)
        return (
          <p key={input.id} className={isWrong ? 'has-problem' : undefined}>
            <label htmlFor={`${id}-${input.id}`}>{input.label}</label>
            <input
              id={`${id}-${input.id}`}
              name={input.id}
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
              defaultValue={calculation?.typed[input.id]}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${id}-${input.id}-problem ${id}-seen` : `${id}-seen`}
            />
            {unitOf(input.unit)}
            {isWrong && (
              <span className="problem" id={`${id}-${input.id}-problem`}>
                {t('tools:notANumber')}
              </span>
            )}
          </p>
        )
      })}
      <p className="seen-by" id={`${id}-seen`}>
        {t('tools:calculatorSeenBy')}
      </p>
      <p className="actions">
        <button type="submit">{t('tools:calculate')}</button>
      </p>
      <dl aria-live="polite">
        {results.map((result) => (
          <div key={result.id}>
            <dt>{result.label}</dt>
            <dd>
              <output>{calculation?.results[result.id] ?? '–'}</output> {unitOf(result.unit)}
            </dd>
          </div>
        ))}
      </dl>
    </PostForm>
  )
}
