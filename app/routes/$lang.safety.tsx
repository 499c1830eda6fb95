import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment, ownsDatabaseFile } from '../platform/environment.server.ts'
import { ClaimList, PromiseLinks } from '../safety/claim-list.tsx'
import { claims, claimsAboutServer, testsOf } from '../safety/promises.ts'
import { WipeForm } from '../safety/wipe-form.tsx'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params }: LoaderFunctionArgs) {
  const t = translate(requireLanguage(params.lang))
  return {
    title: t('safety:title'),
    description: t('safety:threat'),
    unusedMonths: environment.UNUSED_MONTHS,
    ownsDatabaseFile: ownsDatabaseFile(),
  }
}

const limits = [
  'safety:limits.phone',
  'safety:limits.history',
  'safety:limits.typed',
  'safety:limits.network',
  'safety:limits.server',
  'safety:limits.forced',
  'safety:limits.people',
  'safety:limits.counted',
  'safety:limits.copies',
] as const

const advice = [
  ['safety:advice.borrowedTitle', ['safety:advice.borrowedRead', 'safety:advice.borrowedWipe']],
  [
    'safety:advice.searchedTitle',
    [
      'safety:advice.searchedWindow',
      'safety:advice.searchedCodes',
      'safety:advice.searchedErase',
      'safety:advice.searchedPaper',
    ],
  ],
  ['safety:advice.aloneTitle', ['safety:advice.aloneSessions', 'safety:advice.aloneErase']],
] as const

/**
 * What is protected, what is not, and what to do (SAFETY P18). It says only what is true today, and
 * names its tests (P20).
 */
export default function Safety() {
  const { t } = useTexts()
  const { unusedMonths, ownsDatabaseFile } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('safety:title')}</h1>
      <p className="lead">{t('safety:threat')}</p>

      <h2>{t('safety:protectedTitle')}</h2>
      <h3>{t('safety:serverTitle')}</h3>
      <ClaimList of={claimsAboutServer({ ownsDatabaseFile })}>
        <li>
          {t('accounts:unusedErased', { count: unusedMonths })} <PromiseLinks promises={['P10']} />
        </li>
      </ClaimList>
      <h3>{t('safety:othersTitle')}</h3>
      <ClaimList of={claims.others} />
      <h3>{t('safety:deviceTitle')}</h3>
      <ClaimList of={claims.device} />
      <h3>{t('safety:leaveTitle')}</h3>
      <ClaimList of={claims.leaving} />
      <h3>{t('safety:wipe')}</h3>
      <p>
        {t('safety:wipeText')} <PromiseLinks promises={['P7']} />
      </p>
      <WipeForm />

      <h2>{t('safety:notTitle')}</h2>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{t(limit)}</li>
        ))}
      </ul>

      <h2>{t('safety:doTitle')}</h2>
      {advice.map(([title, all]) => (
        <Fragment key={title}>
          <h3>{t(title)}</h3>
          <ul>
            {all.map((one) => (
              <li key={one}>{t(one)}</li>
            ))}
          </ul>
        </Fragment>
      ))}

      <h2>{t('safety:testedTitle')}</h2>
      <p>{t('safety:testedText')}</p>
      <ul>
        {Object.entries(testsOf).map(([number, files]) => (
          <li key={number} id={number}>
            {`${number}: ${files.join(', ')}`}
          </li>
        ))}
      </ul>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
