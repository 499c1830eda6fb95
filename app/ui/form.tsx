import type {
  FormHTMLAttributes,
  InputHTMLAttributes,
  ReactNode,
  TextareaHTMLAttributes,
} from 'react'

/**
 * A form that is posted, of which the browser keeps nothing on its disk (SAFETY P7). Without
 * `autocomplete="off"` it notes what is typed for later forms and, to restore a tab, what stands in
 * the fields. It also notes the body of a post that is answered with a page, for as long as the tab
 * shows that page; Chromium leaves out the bodies of forms with a filled-in password. Every form
 * has one therefore, which is never sent and which password managers pass over.
 */
export function PostForm({ children, ...form }: FormHTMLAttributes<HTMLFormElement>) {
  return (
    <form method="post" {...form} autoComplete="off">
      <input type="password" defaultValue="-" hidden disabled />
      {children}
    </form>
  )
}

/**
 * Who can see what is written in a field: a sentence that stands below it, or the id of a `SeenBy`
 * that says it once for several fields.
 */
type Seen = string | { id: string }

/** Who can see what is written in several fields, said once above them. */
export function SeenBy({ id, children }: { id: string; children: string }) {
  return (
    <p className="seen-by" id={id}>
      {children}
    </p>
  )
}

function OwnSeenBy({ name, seenBy }: { name: string; seenBy: Seen }) {
  return typeof seenBy === 'string' ? <SeenBy id={`${name}-seen`}>{seenBy}</SeenBy> : null
}

/**
 * What stands around a field: its label, a hint, who can see what is written, and what is wrong
 * with it.
 */
interface Surroundings {
  name: string
  label: ReactNode
  hint?: ReactNode
  seenBy: Seen
  problem?: string
  /** What stands right behind the field, such as a button that acts on it. */
  after?: ReactNode
}

/** What ties a field to its surroundings. */
function tiesOf({ name, hint, seenBy, problem }: Surroundings) {
  const seen = typeof seenBy === 'string' ? `${name}-seen` : seenBy.id
  const notes = [hint && `${name}-hint`, seen, problem && `${name}-problem`]
    .filter(Boolean)
    .join(' ')
  return {
    id: name,
    name,
    'aria-describedby': notes,
    'aria-invalid': problem ? true : undefined,
  } as const
}

function Surrounded({
  name,
  label,
  hint,
  seenBy,
  problem,
  after,
  children,
}: Surroundings & { children: ReactNode }) {
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
      {children}
      {after}
      <OwnSeenBy name={name} seenBy={seenBy} />
    </div>
  )
}

/**
 * A text field with its label, a hint, who can see what is written, and what is wrong with it. The
 * browser does not remember what is typed.
 */
export function Field({
  name,
  label,
  hint,
  seenBy,
  problem,
  after,
  ...input
}: Surroundings & InputHTMLAttributes<HTMLInputElement>) {
  const around = { name, label, hint, seenBy, problem, after }
  return (
    <Surrounded {...around}>
      <input {...tiesOf(around)} autoComplete="off" {...input} />
    </Surrounded>
  )
}

/** A field for a text of several lines, which the browser does not remember. */
export function LongField({
  name,
  label,
  hint,
  seenBy,
  problem,
  ...area
}: Surroundings & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const around = { name, label, hint, seenBy, problem }
  return (
    <Surrounded {...around}>
      <textarea rows={8} {...tiesOf(around)} autoComplete="off" {...area} />
    </Surrounded>
  )
}

/** What can be chosen from a list. A browser that translates the page leaves a name as it is. */
interface Listed {
  value: string
  label: string
  isName?: boolean
}

/** One of many, to be chosen from a list. An option without a value stands for nothing chosen. */
export function ListField({
  options,
  chosen,
  required,
  ...around
}: Surroundings & { options: readonly Listed[]; chosen?: string; required?: boolean }) {
  return (
    <Surrounded {...around}>
      <select {...tiesOf(around)} defaultValue={chosen} required={required}>
        {options.map(({ value, label, isName }) => (
          <option key={value} value={value} translate={isName ? 'no' : undefined}>
            {label}
          </option>
        ))}
      </select>
    </Surrounded>
  )
}

/** One of a few, all in sight. */
export function Choices({
  name,
  label,
  hint,
  seenBy,
  problem,
  options,
  chosen,
}: Surroundings & {
  options: readonly { value: string; label: ReactNode; hint?: string }[]
  chosen?: string
}) {
  const { 'aria-describedby': notes } = tiesOf({ name, label, hint, seenBy, problem })
  return (
    <fieldset
      className={problem ? 'choices has-problem' : 'choices'}
      id={name}
      aria-describedby={notes}
    >
      <legend>{label}</legend>
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
      {options.map((option) => (
        <div className="tick" key={option.value}>
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === chosen}
            aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
            required
          />
          <div>
            <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
            {option.hint && (
              <p className="hint" id={`${name}-${option.value}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        </div>
      ))}
      <OwnSeenBy name={name} seenBy={seenBy} />
    </fieldset>
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
export function Problems({
  title,
  items,
}: {
  title: string
  items: { name: string; text: string }[]
}) {
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
