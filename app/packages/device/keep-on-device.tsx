import { localeOf } from '../../i18n/locale.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { devicePages } from '../offered-files.ts'
import { workerAddress } from './worker-address.ts'

/** A language in which the course can be kept, and where its file stands. */
interface KeptLanguage {
  tag: string
  name: string
  dir: 'ltr' | 'rtl'
  /** The address of the course in it. */
  contents: string
  state: 'ready' | 'unasked' | 'waiting' | 'failed'
  size: string
}

/**
 * The section that lets a browser keep the course's pages: what is kept, how large it is, and the
 * risk. What a browser can do is known to its script alone (take-page.ts); without, it points at the
 * files.
 */
export function KeepOnDevice({
  kept,
  edition,
  isRiskHigh,
  chapters,
  look,
}: {
  kept: readonly KeptLanguage[]
  edition: string
  isRiskHigh: boolean
  chapters: readonly { slug: string; title: string }[]
  look: string
}) {
  const { t, i18n } = useTexts()
  const here = kept.find(({ tag }) => tag === i18n.language)
  const ready = kept.filter(({ state }) => state === 'ready')
  const elsewhere = kept.filter((one) => one.state !== 'ready' && one !== here)
  const ask = (contents: string, more = '') =>
    `${contents}/take?make=${devicePages.name}${more}#device`
  const item = t('packages:deviceItem', {
    language: '[language]',
    day: '[day]',
    files: '[files]',
    size: '[size]',
    name: '[name]',
  })
  return (
    <section
      aria-labelledby="device"
      data-device={workerAddress}
      data-edition={edition}
      data-locale={localeOf(i18n.language)}
    >
      <h2 id="device">{t('packages:device')}</h2>
      <p>{t('packages:deviceUse')}</p>
      <p className="quiet">{t('packages:deviceLeaves')}</p>
      <p className="notice">{t('packages:deviceRisk')}</p>
      {isRiskHigh && (
        <p className="notice">
          <strong>{t('packages:deviceRiskHigh')}</strong>
        </p>
      )}
      <p data-say="cannot">{t('packages:deviceCannot')}</p>
      <div data-can="" hidden>
        {here?.state === 'unasked' && (
          <p>
            <a
              href={ask(here.contents)}
              rel="nofollow"
              aria-label={`${t('packages:haveMade')}: ${t('packages:device')}`}
            >
              {t('packages:haveMade')}
            </a>
          </p>
        )}
        {here?.state === 'waiting' && (
          <p>
            {t('packages:beingMade')}{' '}
            <a
              href={ask(here.contents, `&look=${look}`)}
              aria-label={`${t('packages:lookAgain')}: ${t('packages:device')}`}
            >
              {t('packages:lookAgain')}
            </a>
          </p>
        )}
        {here?.state === 'failed' && <p>{t('packages:notMade')}</p>}
        {ready.length > 0 && (
          <form data-keep="" autoComplete="off">
            {ready.map(({ tag, name, dir, contents, size }) => (
              <p key={tag}>
                <label className="tick">
                  <input
                    type="checkbox"
                    data-file={`${contents}/take/${devicePages.name}`}
                    value={contents}
                    defaultChecked={tag === i18n.language}
                  />{' '}
                  <span lang={tag} dir={dir}>
                    {t('packages:deviceLanguage', { language: name, size })}
                  </span>
                </label>
              </p>
            ))}
            <details>
              <summary>{t('packages:deviceChapters')}</summary>
              {chapters.map(({ slug, title }) => (
                <p key={slug}>
                  <label className="tick">
                    <input type="checkbox" data-chapter={slug} defaultChecked /> {title}
                  </label>
                </p>
              ))}
            </details>
            <p className="actions">
              <button type="submit">{t('packages:device')}</button>
            </p>
          </form>
        )}
        {elsewhere.length > 0 && (
          <p className="quiet">
            {t('packages:deviceElsewhere')}{' '}
            {elsewhere.map(({ tag, name, dir, contents }, i) => (
              <span key={tag}>
                {i > 0 && ' · '}
                <a href={ask(contents)} rel="nofollow" hrefLang={tag} lang={tag} dir={dir}>
                  {name}
                </a>
              </span>
            ))}
          </p>
        )}
        <h3>{t('packages:deviceNow')}</h3>
        <p data-say="nothing">{t('packages:deviceNothing')}</p>
        <ul data-list={item} data-old={t('packages:deviceOld')} />
        <p className="actions">
          <button type="button" className="plain" data-forget="" hidden>
            {t('packages:deviceForget')}
          </button>
        </p>
        <div role="status">
          {(
            [
              ['keeping', t('packages:deviceKeeping')],
              ['kept', t('packages:deviceDone')],
              ['no-room', t('packages:deviceFull')],
              ['interrupted', t('packages:deviceFailed')],
              ['none', t('packages:deviceNone')],
              ['removed', t('packages:deviceRemoved')],
            ] as const
          ).map(([what, text]) => (
            <p key={what} data-told={what} hidden>
              {text}
            </p>
          ))}
        </div>
      </div>
    </section>
  )
}
