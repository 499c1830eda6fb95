import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { CountryMap } from '../reading/countries/country-map.tsx'
import { listCountries } from '../reading/countries/country-pages.server.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** The countries that comments tell of: a map, and a list that says the same. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  return {
    description: translate(language)('countries:lead'),
    title: translate(language)('countries:title'),
    home: `/${language.tag}`,
    countries: listCountries(context.catalogue, language.tag),
  }
}

export default function Countries() {
  const { t } = useTexts()
  const { title, home, countries } = useLoaderData<typeof loader>()
  const addressOf = (code: string) => `${home}/countries/${code}`
  return (
    <article className="sheet-page countries-page">
      <h1>{title}</h1>
      <p className="lead">{countries.length > 0 ? t('countries:lead') : t('countries:none')}</p>
      {countries.length > 0 && (
        <>
          <CountryMap
            countries={countries}
            addressOf={addressOf}
            label={t('countries:mapLabel', { count: countries.length })}
          />
          <p className="quiet">{t('countries:mapNote')}</p>
          <ul className="country-list">
            {countries.map(({ code, name, count }) => (
              <li key={code}>
                <a href={addressOf(code)}>{name}</a>{' '}
                <span className="quiet">{t('countries:comments', { count })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
