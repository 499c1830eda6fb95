import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment } from '../platform/environment.server.ts'
import { WipeForm } from '../safety/wipe-form.tsx'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return { title: translate(requireLanguage(params.lang))('safety:title'), unusedMonths: environment.UNUSED_MONTHS }
}

/** What is protected, what is not, and what to do (SAFETY P18). It says only what is true today. */
export default function Safety() {
  const { t } = useTexts()
  const { unusedMonths } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('safety:title')}</h1>
      <h2>{t('safety:serverTitle')}</h2>
      <p>{t('safety:serverText')}</p>
      <p>{t('accounts:unusedErased', { count: unusedMonths })}</p>
      <h2>{t('safety:deviceTitle')}</h2>
      <p>{t('safety:deviceText')}</p>
      <h2>{t('safety:wipe')}</h2>
      <p>{t('safety:wipeText')}</p>
      <WipeForm />
      <h2>{t('safety:leaveTitle')}</h2>
      <p>{t('safety:leaveText')}</p>
      <h2>{t('safety:notTitle')}</h2>
      <p>{t('safety:notText')}</p>
      <h2>{t('safety:doTitle')}</h2>
      <p>{t('safety:doText')}</p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
