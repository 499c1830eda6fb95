import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm, SubmitButton } from '../../ui/form.tsx'
import { NamedText } from '../../ui/named-text.tsx'
import { hasChoices, type PendingForm, writePending, writtenTexts } from './pending-form.ts'

/** Where someone goes on to after signing in, and the form that comes along. */
export interface Onward {
  to: string | null
  pending: PendingForm | null
}

/** The id of the form that takes along what was written when the reader changes the language. */
export const onwardForm = 'onward'

/** The form that the links to other languages send. */
function OnwardForm({ pending }: { pending: PendingForm }) {
  return (
    <form method="post" id={onwardForm} hidden>
      <OnwardFields to={pending.to} pending={pending} />
    </form>
  )
}

/**
 * The hidden fields with which a form of signing in takes along where its sender goes on to, and
 * with what.
 */
export function OnwardFields({ to, pending }: Onward) {
  return (
    <>
      {to && <input type="hidden" name="to" value={to} />}
      {pending && <input type="hidden" name="pending" value={writePending(pending)} />}
    </>
  )
}

/**
 * Leads to another page of signing in. With a form to take along it is a button, since an address
 * must not hold what was written.
 */
export function OnwardLink({
  page,
  to,
  pending,
  children,
}: Onward & { page: string; children: string }) {
  if (!pending)
    return (
      <p>
        <a href={to ? `${page}?to=${encodeURIComponent(to)}` : page}>{children}</a>
      </p>
    )
  return (
    <PostForm action={page}>
      <OnwardFields to={to} pending={pending} />
      <button type="submit" className="link">
        {children}
      </button>
    </PostForm>
  )
}

/** Tells someone who must sign in that what they sent comes along. */
export function PendingNotice({ page, pending }: { page: string; pending: PendingForm | null }) {
  const { t } = useTexts()
  if (!pending) return null
  return (
    <div className="notice">
      <p>{t('accounts:pendingNotice')}</p>
      <OnwardForm pending={pending} />
      <WrittenTexts pending={pending} />
      <p>
        <a href={`${page}?to=${encodeURIComponent(pending.to)}`}>{t('accounts:pendingDrop')}</a>
      </p>
    </div>
  )
}

/**
 * What was written before signing in, and the button that sends it now: only its writer decides
 * that.
 */
export function ResumePage({ pending, pseudonym }: { pending: PendingForm; pseudonym: string }) {
  const { t } = useTexts()
  return (
    <article className="sheet-page">
      <h1>{t('accounts:resumeTitle')}</h1>
      <OnwardForm pending={pending} />
      <p>
        <NamedText
          name={pseudonym}
          say={(name) => t('accounts:resumeIntro', { pseudonym: name })}
        />
      </p>
      <WrittenTexts pending={pending} isOpen />
      <PostForm action={pending.to}>
        {pending.fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its pairs may repeat.
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{t('accounts:resumeSend')}</SubmitButton>
      </PostForm>
      <p>
        <a href={pending.to}>{t('accounts:resumeDrop')}</a>
      </p>
    </article>
  )
}

function WrittenTexts({ pending, isOpen }: { pending: PendingForm; isOpen?: boolean }) {
  const { t } = useTexts()
  const texts = writtenTexts(pending)
  return (
    <>
      {texts.length > 0 && (
        <details open={isOpen}>
          <summary>{t('accounts:pendingTexts')}</summary>
          {texts.map((text) => (
            <blockquote key={text} dir="auto" className="written">
              {text}
            </blockquote>
          ))}
        </details>
      )}
      {isOpen && hasChoices(pending) && <p>{t('accounts:pendingChoices')}</p>}
    </>
  )
}
