import { useTexts } from '../../i18n/use-texts.ts'

/**
 * What the trainers and the others of a circle see of somebody, and what nobody sees. It stands
 * before joining and on the circle's page.
 */
export function WhoSeesWhat() {
  const { t } = useTexts()
  return (
    <>
      <h2>{t('circles:trainersSee')}</h2>
      <ul>
        <li>{t('circles:seesName')}</li>
        <li>{t('circles:seesAttendance')}</li>
        <li>{t('circles:seesTold')}</li>
        <li>{t('circles:seesShared')}</li>
      </ul>
      <h2>{t('circles:othersSee')}</h2>
      <ul>
        <li>{t('circles:othersSeeName')}</li>
        <li>{t('circles:othersSeeTold')}</li>
      </ul>
      <h2>{t('circles:nobodySees')}</h2>
      <ul>
        <li>{t('circles:hiddenPseudonym')}</li>
        <li>{t('circles:hiddenAnswers')}</li>
        <li>{t('circles:hiddenReading')}</li>
      </ul>
      <p>{t('circles:leaveAnyTime')}</p>
    </>
  )
}
