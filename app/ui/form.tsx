import type { InputHTMLAttributes, ReactNode } from 'react'

/** A text field with its label, a hint, who can see what is written, and what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  seenBy,
  problem,
  ...input
}: { name: string; label: string; hint?: ReactNode; seenBy: string; problem?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const notes = [hint && `${name}-hint`, `${name}-seen`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <input id={name} name={name} aria-describedby={notes} aria-invalid={problem ? true : undefined} {...input} />
      <p className="seen-by" id={`${name}-seen`}>
        {seenBy}
      </p>
    </div>
  )
}

/** A box to tick, with what ticking it means and who can see it. */
export function Tick({
  name,
  label,
  hint,
  seenBy,
  defaultChecked,
}: {
  name: string
  label: string
  hint?: string
  seenBy: string
  defaultChecked?: boolean
}) {
  return (
    <div className="tick">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="on"
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${name}-hint ${name}-seen` : `${name}-seen`}
      />
      <div>
        <label htmlFor={name}>{label}</label>
        {hint && (
          <p className="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
        <p className="seen-by" id={`${name}-seen`}>
          {seenBy}
        </p>
      </div>
    </div>
  )
}

/** What is wrong with a form, all together above it, each line leading to its field. */
export function Problems({ title, items }: { title: string; items: { name: string; text: string }[] }) {
  if (items.length === 0) return null
  return (
    <div className="problems" role="alert">
      <h2>{title}</h2>
      <ul>
        {items.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The button that sends a form. */
export function SubmitButton({ children, plain }: { children: ReactNode; plain?: boolean }) {
  return (
    <button type="submit" className={plain ? 'plain' : undefined}>
      {children}
    </button>
  )
}
