import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { pageTitle } from '../ui/page-title.ts'

/** Whether what was erased is overwritten in the file too, as the address says. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const isFileBusy = new URL(request.url).searchParams.get('file') === 'busy'
  return { title: translate(language)('accounts:erased'), lang: language.tag, isFileBusy }
}

export const headers = privateHeaders

/** Says that it is done. It knows of nobody. */
export default function Erased() {
  const { t } = useTexts()
  const { lang, isFileBusy } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('accounts:erased')}</h1>
      <p>{t('accounts:erasedText')}</p>
      {isFileBusy && <p>{t('accounts:erasedFileBusy')}</p>}
      <p>{t('accounts:eraseCopies')}</p>
      <p>
        <a href={`/${lang}`}>{t('accounts:goOnReading')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
