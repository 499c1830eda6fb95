import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isCountry } from '../courses/model/countries.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import {
  countriesNear,
  listCountries,
  readCountry,
} from '../reading/countries/country-pages.server.tsx'
import { CountryView } from '../reading/countries/country-view.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** All that is said of a country; with `?with=`, of a second one beside it. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const code = orNotFound(isCountry(params.country ?? '') ? params.country : null)
  const countries = listCountries(context.catalogue, language.tag)
  const other = new URL(request.url).searchParams.get('with')
  const isToldOf = countries.some((one) => one.code === other && other !== code)
  const page = readCountry(context.catalogue, language, code)
  const beside = isToldOf && other ? readCountry(context.catalogue, language, other) : null
  const t = translate(language)
  return {
    notice: other === code ? t('countries:sameTwice') : null,
    title: beside ? t('countries:two', { first: page.name, second: beside.name }) : page.name,
    description: t('countries:lead'),
    home: `/${language.tag}`,
    page,
    beside,
    near: countriesNear(countries, code),
    others: countries.filter((one) => one.code !== code),
  }
}

export default function Country() {
  const { t } = useTexts()
  const { title, home, notice, page, beside, near, others } = useLoaderData<typeof loader>()
  const at = `${home}/countries/${page.code}`
  return (
    <article className={beside ? 'sheet-page two-countries' : 'sheet-page prose'}>
      <p className="kicker">
        <a href={`${home}/countries`}>{t('countries:title')}</a>
      </p>
      <h1>{title}</h1>
      {notice && <p className="notice">{notice}</p>}
      {page.count === 0 && <p className="lead">{t('countries:noneFrom')}</p>}
      {beside ? (
        <div className="two-columns">
          {[page, beside].map((one) => (
            <div key={one.code}>
              <p className="country-name">
                <a href={`${home}/countries/${one.code}`}>{one.name}</a>{' '}
                <span className="quiet">{t('countries:comments', { count: one.count })}</span>
              </p>
              <CountryView page={one} home={home} />
            </div>
          ))}
        </div>
      ) : (
        <>
          {page.count > 0 && (
            <p className="lead">
              {t('countries:inChapters', {
                comments: t('countries:comments', { count: page.count }),
                chapters: t('countries:chapters', { count: page.chapters.length }),
              })}
            </p>
          )}
          <CountryView page={page} home={home} />
        </>
      )}
      {near.length > 0 && (
        <nav aria-labelledby="near" className="no-print">
          <h2 id="near">{t('countries:near')}</h2>
          <ul className="country-list">
            {near.map(({ code, name, count }) => (
              <li key={code}>
                <a href={`${home}/countries/${code}`}>{name}</a>{' '}
                <span className="quiet">{t('countries:comments', { count })}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {page.count > 0 && others.length > 0 && (
        <details className="no-print" open={notice !== null}>
          <summary>{t('countries:readBeside')}</summary>
          <ul className="country-list">
            {others.map(({ code, name }) => (
              <li key={code}>
                <a href={`${at}?with=${code}`}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
