import { useTexts } from '../../i18n/use-texts.ts'
import { lmsBoxId } from './lms-box-id.ts'

/**
 * What a learner is asked before a learning platform is told anything. Without a script there is
 * nothing to ask: the page tells nobody.
 */
export function LmsBox() {
  const { t } = useTexts()
  return (
    <section className="notice lms" id={lmsBoxId} aria-labelledby="record-title" hidden>
      <h2 id="record-title">{t('packages:lmsTitle')}</h2>
      <p data-said="">{t('packages:lmsAsk')}</p>
      <p className="actions">
        <button type="button" data-record="yes">
          {t('packages:lmsRecord')}
        </button>{' '}
        <button type="button" data-record="no">
          {t('packages:lmsRead')}
        </button>
      </p>
    </section>
  )
}
