import { findLanguage } from '../i18n/languages.ts'
import { langAttribute } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** A link to this page in another language. */
export interface LanguageLink {
  tag: string
  name: string
  address: string
}

/**
 * The page's languages, folded into one menu that opens without script. Where a form on the page
 * holds what was written, its languages are buttons that take the form along.
 */
export function LanguageMenu({
  languages,
  form,
}: {
  languages: readonly LanguageLink[]
  form: string | null
}) {
  const { t, i18n } = useTexts()
  if (languages.length === 0) return null
  return (
    <details className="languages">
      <summary>
        <span className="unseen">{t('accounts:column.language')}: </span>
        {findLanguage(i18n.language)?.name ?? i18n.language}
      </summary>
      <ul>
        {languages.map(({ tag, name, address }) => (
          <li key={tag}>
            {form ? (
              <button
                type="submit"
                form={form}
                formAction={address}
                formMethod="post"
                className="link"
                lang={langAttribute(tag)}
              >
                {name}
              </button>
            ) : (
              <a href={address} lang={langAttribute(tag)}>
                {name}
              </a>
            )}
          </li>
        ))}
        <li className="quiet" data-plain="">
          {t('pages:fromBeginning')}
        </li>
      </ul>
    </details>
  )
}
