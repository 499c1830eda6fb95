import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Meta,
  Outlet,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { readChoices, writeChoices } from './accounts/reading-choices/reading-choices.ts'
import { carriedQuery } from './courses/model/countries.ts'
import { findLanguage, languages, pseudoRtl } from './i18n/languages.ts'
import { langAttribute } from './i18n/locale.ts'
import { siteLanguages } from './i18n/request-language.server.ts'
import { useTexts } from './i18n/use-texts.ts'
import { environment } from './platform/environment.server.ts'
import { chosenCountry, leavesOutPictures } from './reading/countries/told-of.server.ts'
import { AssetTags, chapterPage, type PageKind, takePage } from './ui/page-assets.tsx'
import { type Frame, PageShell } from './ui/page-shell.tsx'
import { pageTitle } from './ui/page-title.ts'

/**
 * The frame of every page, error pages too: who reads, in which other languages, and where the
 * contents are.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const { pathname, search } = url
  const course = [...context.catalogue.courses.values()][0]
  const [, tag = '', ...rest] = pathname.split('/')
  const isInLanguage = findLanguage(tag, siteLanguages) !== null
  const learner = await context.learner()
  return {
    siteName: environment.SITE_NAME,
    course: course
      ? course.id + carriedQuery(chosenCountry(url, course), !leavesOutPictures(url))
      : null,
    isSignedIn: learner !== null,
    // Where it is not shown, it is not loaded: pages of many learners are then the same (064).
    learner: learner && !isSeenByOthers(rest) ? learner.pseudonym : null,
    look: learner && writeChoices(readChoices(learner.readingChoices)),
    languageForm: context.languageForm ?? null,
    languages: siteLanguages
      .filter((other) => isInLanguage && other.tag !== tag)
      .map((other) => ({
        tag: other.tag,
        name: other.name,
        address: `/${[other.tag, ...rest].join('/')}${search}`,
      })),
  }
}

/**
 * Whether a page is one that a circle looks at together, on a wall or on one phone: the invitation
 * promises that nobody in the circle sees a pseudonym. Chapters are read together too.
 */
function isSeenByOthers([part]: readonly string[]): boolean {
  return part === 'circles' || part === 'join' || part === 'courses'
}

const emptyFrame: Frame & { look: string | null } = {
  siteName: '',
  course: null,
  isSignedIn: false,
  learner: null,
  look: null,
  languages: [],
  languageForm: null,
}

export default function App() {
  const frame = useLoaderData<typeof loader>()
  const handles = useMatches().map(({ handle }) => handle)
  const kind = ([chapterPage, takePage] as const).find((one) => handles.includes(one)) ?? null
  return (
    <Page head={<Meta />} kind={kind} look={frame.look}>
      <PageShell {...frame}>
        <Outlet />
      </PageShell>
    </Page>
  )
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, '')

/**
 * The page for anything that went wrong, in the reader's language. It never says more than the
 * reader needs.
 */
export function ErrorBoundary() {
  const { t, i18n } = useTexts()
  const error = useRouteError()
  const frame = useRouteLoaderData<typeof loader>('root') ?? emptyFrame
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
    <Page head={<title>{title}</title>} look={frame.look}>
      <PageShell {...frame}>
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

function Page({
  head,
  kind = null,
  look,
  children,
}: {
  head: ReactNode
  kind?: PageKind
  /** How the learner wants pages to look, as classes; null for as they come. */
  look: string | null
  children: ReactNode
}) {
  const { i18n } = useTexts()
  const { tag, dir } = findLanguage(i18n.language, [...languages, pseudoRtl]) ?? languages[0]!
  return (
    <html lang={langAttribute(tag)} dir={dir} className={look ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {head}
        <AssetTags kind={kind} isChosen={look !== null} />
      </head>
      <body>{children}</body>
    </html>
  )
}
