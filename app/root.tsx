import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findLanguage, languages, pseudoRtl } from './i18n/languages.ts'
import { useTexts } from './i18n/use-texts.ts'
import { environment } from './platform/environment.server.ts'
import { AssetTags } from './ui/page-assets.tsx'
import { PageShell } from './ui/page-shell.tsx'
import { pageTitle } from './ui/page-title.ts'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }]

export function loader() {
  return { siteName: environment.SITE_NAME }
}

export default function App() {
  return (
    <Page head={<Meta />}>
      <Outlet />
    </Page>
  )
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, '')

/** The page for anything that went wrong, in the reader's language. It never says more than the reader needs. */
export function ErrorBoundary() {
  const { t, i18n } = useTexts()
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const [title, text] =
    status === 404
      ? [t('pages:notFound'), t('pages:notFoundText')]
      : status === 429
        ? [t('pages:tooMany'), t('pages:tooManyText')]
        : status < 500
          ? [t('pages:notAccepted'), t('pages:notAcceptedText')]
          : [t('pages:failed'), t('pages:failedText')]
  return (
    <Page head={<title>{title}</title>}>
      <PageShell siteName="" learner={null} languages={[]}>
        <article className="sheet-page">
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href={`/${i18n.language}`}>{t('pages:toHome')}</a>
          </p>
        </article>
      </PageShell>
    </Page>
  )
}

function Page({ head, children }: { head: ReactNode; children: ReactNode }) {
  const { i18n } = useTexts()
  const { tag, dir } = findLanguage(i18n.language, [...languages, pseudoRtl]) ?? languages[0]!
  return (
    <html lang={tag} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {head}
        <Links />
        <AssetTags />
      </head>
      <body>{children}</body>
    </html>
  )
}
