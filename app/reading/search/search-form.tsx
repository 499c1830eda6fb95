import { useTexts } from '../../i18n/use-texts.ts'
import { Field, SubmitButton } from '../../ui/form.tsx'
import { maxQueryLength } from './query.ts'

/** The box that a reader asks in. It leads to the page of results, without script. */
export function SearchForm({ home, query }: { home: string; query?: string }) {
  const { t } = useTexts()
  return (
    <search>
      <form method="get" action={`${home}/search`} className="search-form">
        <Field
          name="q"
          type="search"
          label={t('pages:searchLabel')}
          hint={t('pages:searchHint')}
          seenBy={t('pages:searchSeenBy')}
          defaultValue={query}
          maxLength={maxQueryLength}
          after={<SubmitButton>{t('pages:search')}</SubmitButton>}
        />
      </form>
    </search>
  )
}
