import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { PostForm } from '../ui/form.tsx'
import { FilledText } from '../ui/named-text.tsx'
import type { FormIntent } from './event-forms.ts'
import { saveOne } from './page-form.ts'

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

/**
 * A button of a page that is one form: what it asks for, and beside which seat or meeting it
 * stands.
 */
export function ActButton({
  intent,
  item,
  children,
  strong,
}: {
  intent: string
  item?: string
  children: ReactNode
  strong?: boolean
}) {
  return (
    <button
      type="submit"
      className={strong ? undefined : 'plain'}
      name="intent"
      value={item ? `${intent}:${item}` : intent}
    >
      {children}
    </button>
  )
}

/**
 * The button that a browser presses when somebody presses Enter in a field, since it is the first
 * of its form.
 */
export function EnterButton() {
  const { t } = useTexts()
  return (
    <button type="submit" name="intent" value={saveOne} hidden>
      {t('meetings:save')}
    </button>
  )
}

/** Says what stands on the page and is not saved. */
export function NotSavedYet({ parts }: { parts: readonly ReactNode[] }) {
  const { t } = useTexts()
  return parts.length === 0 ? null : (
    <p className="notice no-print">
      <FilledText parts={parts} say={(named) => t('meetings:notSavedYet', { parts: named })} />
    </p>
  )
}
