import { countryName } from '../courses/model/countries.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import type { OwnComment } from './comment-store.server.ts'
import { CommentText } from './comment-text.tsx'
import { reasonTexts, stateTexts } from './decision-texts.ts'

/**
 * A learner's own comments, each with where it stands and a way to withdraw it. The chapter is told
 * by its title and address.
 */
export function OwnComments({
  comments,
  action,
}: {
  comments: readonly (OwnComment & { title: string; address: string | null })[]
  action: string
}) {
  const { t, i18n } = useTexts()
  return (
    <ol className="told">
      {comments.map(({ id, state, title, address, text, language, country, reason, note }) => (
        <li key={id}>
          <h2>{t(stateTexts[state])}</h2>
          <p className="quiet">
            {address ? <a href={address}>{title}</a> : title} ·{' '}
            {countryName(country, i18n.language)}
          </p>
          <CommentText text={text} language={language} />
          {reason && (
            <p className="notice">
              {t('comments:declinedWhy', { reason: t(reasonTexts[reason]) })}
            </p>
          )}
          {note && <p className="notice">{t('comments:moderatorsWords', { note })}</p>}
          {state === 'declined' && address && (
            <p>
              <a href={`${address}/comment?again=${id}`}>{t('comments:writeAnew')}</a>
            </p>
          )}
          <details>
            <summary>{t('comments:withdraw')}</summary>
            <p>{t('comments:withdrawText')}</p>
            <PostForm action={action}>
              <input type="hidden" name="comment" value={id} />
              <SubmitButton plain>{t('comments:withdrawNow')}</SubmitButton>
            </PostForm>
          </details>
        </li>
      ))}
    </ol>
  )
}
