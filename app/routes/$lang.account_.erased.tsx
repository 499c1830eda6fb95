import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { copiesText } from '../personal-data/copies-text.server.ts'
import { pageTitle } from '../ui/page-title.ts'

/** Why what was erased is not yet overwritten in the file, by the word in the address. */
const leftovers = {
  busy: 'accounts:erasedFileBusy',
  'disk-full': 'accounts:erasedDiskFull',
  failed: 'accounts:erasedFileFailed',
  'database-server': 'accounts:erasedOnServer',
} as const

/** Says whether what was erased is overwritten in the file too. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const reason = new URL(request.url).searchParams.get('file') ?? ''
  const leftover = Object.hasOwn(leftovers, reason)
    ? leftovers[reason as keyof typeof leftovers]
    : null
  const title = translate(language)('accounts:erased')
  return { title, lang: language.tag, leftover, copies: copiesText() }
}

export const headers = privateHeaders

/** Says that it is done. It knows of nobody. */
export default function Erased() {
  const { t } = useTexts()
  const { lang, leftover, copies } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('accounts:erased')}</h1>
      <p>{t('accounts:erasedText')}</p>
      {leftover && <p>{t(leftover)}</p>}
      <p>{t(copies)}</p>
      <p>
        <a href={`/${lang}`}>{t('accounts:goOnReading')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
