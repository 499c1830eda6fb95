import { useTexts } from '../i18n/use-texts.ts'
import { Choices, ListField, LongField, PostForm, SeenBy, SubmitButton } from '../ui/form.tsx'
import { NamedText } from '../ui/named-text.tsx'
import type { SectionName } from './published-list.tsx'
import { commentLimits } from './written-comment.ts'

/** What a comment's form begins with, or gets back from a try. */
export interface TypedComment {
  country?: string
  section?: string
  text?: string
  language?: string
  signed?: string
}

/** The form in which a reader tells of their country. */
export function CommentForm({
  action,
  typed,
  problems,
  pseudonym,
  sections,
  countries,
  languages,
}: {
  action: string
  typed: TypedComment
  problems: Record<string, string>
  pseudonym: string
  sections: readonly SectionName[]
  countries: readonly { code: string; name: string }[]
  languages: readonly { tag: string; name: string }[]
}) {
  const { t } = useTexts()
  const [min, max] = commentLimits.words
  const seenBy = { id: 'comment-seen' }
  return (
    <PostForm action={action}>
      <SeenBy id={seenBy.id}>{t('comments:seenByAll')}</SeenBy>
      <ListField
        name="country"
        label={t('comments:country')}
        seenBy={seenBy}
        problem={problems.country}
        options={[
          { value: '', label: t('comments:chooseOne') },
          ...countries.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        chosen={typed.country}
        required
      />
      <ListField
        name="section"
        label={t('comments:section')}
        seenBy={seenBy}
        options={[
          { value: '', label: t('comments:aboutChapter') },
          ...sections.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        chosen={typed.section}
      />
      <LongField
        name="text"
        label={t('comments:text')}
        hint={t('comments:textHint', { min, max })}
        seenBy={seenBy}
        problem={problems.text}
        defaultValue={typed.text}
        dir="auto"
        required
      />
      <ListField
        name="language"
        label={t('comments:language')}
        seenBy={seenBy}
        problem={problems.language}
        options={[
          ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
          { value: 'und', label: t('comments:anotherLanguage') },
        ]}
        chosen={typed.language}
      />
      <Choices
        name="signed"
        label={t('comments:signed')}
        seenBy={t('comments:signedSeenBy')}
        problem={problems.signed}
        options={[
          { value: 'none', label: t('comments:withoutName') },
          {
            value: 'pseudonym',
            label: (
              <NamedText
                name={pseudonym}
                say={(name) => t('comments:asPseudonym', { pseudonym: name })}
              />
            ),
            hint: t('comments:asPseudonymHint'),
          },
        ]}
        chosen={typed.signed}
      />
      <SubmitButton>{t('comments:sendNow')}</SubmitButton>
    </PostForm>
  )
}
