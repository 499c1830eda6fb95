import type { ReactNode } from 'react'
import { PostForm } from '../ui/form.tsx'
import type { FormIntent } from './event-forms.ts'

/** One thing that can be done in a circle, as a button: a form with nothing to fill in. */
export function ActForm({
  to,
  intent,
  fields = {},
  children,
  strong,
}: {
  to: string
  intent: FormIntent
  fields?: Record<string, string>
  children: ReactNode
  /** The button that a page is about. */
  strong?: boolean
}) {
  return (
    <PostForm action={to}>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={strong ? undefined : 'plain'}>
        {children}
      </button>
    </PostForm>
  )
}
