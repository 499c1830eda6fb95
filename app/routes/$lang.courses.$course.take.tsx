import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inLanguage } from '../courses/model/chapter.ts'
import { formatSize } from '../i18n/format-size.ts'
import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { KeepOnDevice } from '../packages/device/keep-on-device.tsx'
import { devicePages, offeredFiles } from '../packages/offered-files.ts'
import { askForPackage, stateOfPackage } from '../packages/package-files.server.ts'
import { environment } from '../platform/environment.server.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { takePage } from '../ui/page-assets.tsx'
import { pageTitle } from '../ui/page-title.ts'

export const handle = takePage

/**
 * The course as files to carry away. Who opens the page has those made that are not there yet; the
 * rarer ones are made for who asks for one by name.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { courses, version } = context.catalogue
  const course = orNotFound(courses.get(params.course ?? ''))
  const t = translate(language)
  const contentsAddress = `/${language.tag}/courses/${course.id}`
  const asked = { course: course.id, lang: language.tag, version }
  const sent = new URL(request.url).searchParams
  const named = sent.get('make')
  // A browser does not load an address again that it shows already, if it names a place in the page.
  const look = sent.get('look') === '1' ? '2' : '1'
  const all = await Promise.all(
    offeredFiles.map(async (file) => {
      const isAsked = file.isMadeOnRequest ? file.name === named : !file.isMadeByHost
      const state = await (isAsked ? askForPackage : stateOfPackage)({ ...asked, file })
      return {
        name: file.name,
        title: t(file.title),
        use: t(file.use),
        leaves: t(file.leaves),
        state: state.kind,
        size: state.kind === 'ready' ? formatSize(state.bytes, language.tag) : '',
        isOffered: state.kind === 'ready' || !file.isMadeByHost,
      }
    }),
  )
  const files = all.filter(({ isOffered }) => isOffered)
  const kept = await Promise.all(
    languages
      .filter(({ tag }) => course.texts.has(tag))
      .map(async ({ tag, name, dir }) => {
        const request = { ...asked, lang: tag, file: devicePages }
        const isAsked = tag === language.tag && named === devicePages.name
        const state = await (isAsked ? askForPackage : stateOfPackage)(request)
        const size = state.kind === 'ready' ? formatSize(state.bytes, language.tag) : ''
        const contents = `/${tag}/courses/${course.id}`
        return { tag, name, dir, contents, state: state.kind, size }
      }),
  )
  return {
    device: {
      kept,
      edition: version,
      isRiskHigh: environment.DEVICE_RISK === 'high',
      chapters: course.chapters.map(({ slug, number, texts }) => ({
        slug,
        title: `${number}. ${inLanguage(texts, language.tag, course.source).text.title}`,
      })),
    },
    title: t('packages:take'),
    contentsAddress,
    hasTools: course.tools.size > 0,
    files,
    look,
  }
}

/** A file that is being made is ready soon, so the page is never cached. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export default function TakePage() {
  const { t } = useTexts()
  const { title, contentsAddress, hasTools, files, look, device } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page prose">
      <p className="kicker">
        <a href={contentsAddress}>{t('courses:contents')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('packages:takeLead')}</p>
      <p className="notice">{t('packages:takeRisk')}</p>
      {files.map(({ name, title, use, leaves, state, size }) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{title}</h2>
          <p>{use}</p>
          <p className="quiet">{leaves}</p>
          {state === 'ready' && (
            <p className="actions">
              <a
                className="button"
                href={`${contentsAddress}/take/${name}`}
                aria-label={`${t('packages:download', { size })}: ${title}`}
              >
                {t('packages:download', { size })}
              </a>
            </p>
          )}
          {state === 'unasked' && (
            <p>
              <a
                href={`${contentsAddress}/take?make=${name}#${name}`}
                rel="nofollow"
                aria-label={`${t('packages:haveMade')}: ${title}`}
              >
                {t('packages:haveMade')}
              </a>
            </p>
          )}
          {state === 'waiting' && (
            <p>
              {t('packages:beingMade')}{' '}
              <a
                href={`${contentsAddress}/take?make=${name}&look=${look}#${name}`}
                aria-label={`${t('packages:lookAgain')}: ${title}`}
              >
                {t('packages:lookAgain')}
              </a>
            </p>
          )}
          {state === 'failed' && <p>{t('packages:notMade')}</p>}
        </section>
      ))}
      <KeepOnDevice {...device} look={look} />
      <h2>{t('packages:others')}</h2>
      <ul>
        {hasTools && (
          <li>
            <a href={`${contentsAddress}/tools`}>{t('tools:toolbox')}</a>
          </li>
        )}
        <li>
          <a href={`${contentsAddress}/question-banks`}>{t('questions:carry')}</a>
        </li>
      </ul>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
