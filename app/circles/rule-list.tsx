import { useTexts } from '../i18n/use-texts.ts'
import type { CheckedRule } from './check-rules.ts'

const texts = {
  people: 'circles:rule.people',
  tooManyPeople: 'circles:rule.tooManyPeople',
  meetings: 'circles:rule.meetings',
  studyHours: 'circles:rule.studyHours',
  hoursInOneMeeting: 'circles:rule.hoursInOneMeeting',
  meetingsInOneWeek: 'circles:rule.meetingsInOneWeek',
  presentEachTime: 'circles:rule.presentEachTime',
  firstSeenBy: 'circles:rule.firstSeenBy',
} as const
const states = { fulfilled: 'circles:ruleFulfilled', missing: 'circles:ruleMissing', open: 'circles:ruleOpen' } as const

/** Which of an organisation's rules a circle fulfils and what is missing, in words. */
export function RuleList({ rules, source }: { rules: CheckedRule[]; source: string }) {
  const { t } = useTexts()
  return (
    <>
      <ul className="rules">
        {rules.map(({ rule, state, is, asked }) => (
          <li key={rule} className={state}>
            <b>{t(states[state])}</b> {t(texts[rule], { is, asked })}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('circles:rulesSource', { source })}</p>
    </>
  )
}
