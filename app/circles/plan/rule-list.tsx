import { useTexts } from '../../i18n/use-texts.ts'
import type { CheckedRule } from './check-rules.ts'

// A rule says another thing when it is fulfilled, when something is missing, and before it can be
// told.
const texts = {
  people: { fulfilled: 'circles:rule.people', missing: 'circles:ruleLacks.people' },
  tooManyPeople: { missing: 'circles:ruleLacks.tooManyPeople' },
  meetings: { fulfilled: 'circles:rule.meetings', missing: 'circles:ruleLacks.meetings' },
  studyHours: { fulfilled: 'circles:rule.studyHours', missing: 'circles:ruleLacks.studyHours' },
  hoursInOneMeeting: {
    fulfilled: 'circles:rule.hoursInOneMeeting',
    missing: 'circles:ruleLacks.hoursInOneMeeting',
  },
  meetingsInOneWeek: {
    fulfilled: 'circles:rule.meetingsInOneWeek',
    missing: 'circles:ruleLacks.meetingsInOneWeek',
  },
  presentEachTime: {
    fulfilled: 'circles:rule.presentEachTime',
    missing: 'circles:ruleLacks.presentEachTime',
  },
  firstSeenBy: { fulfilled: 'circles:rule.firstSeenBy', missing: 'circles:ruleLacks.firstSeenBy' },
} as const
const states = {
  fulfilled: 'circles:ruleFulfilled',
  missing: 'circles:ruleMissing',
  open: 'circles:ruleOpen',
} as const

function textOf({ rule, state }: CheckedRule) {
  const own = texts[rule]
  return state !== 'missing' && 'fulfilled' in own ? own.fulfilled : own.missing
}

/** Which of an organisation's rules a circle fulfils and what is missing, in words. */
export function RuleList({ rules, source }: { rules: CheckedRule[]; source: string }) {
  const { t } = useTexts()
  return (
    <>
      <ul className="rules">
        {rules.map((checked) => (
          <li key={checked.rule} className={checked.state}>
            <b>{t(states[checked.state])}</b>{' '}
            {t(textOf(checked), { is: checked.is, asked: checked.asked, of: checked.of ?? 0 })}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('circles:rulesSource', { source })}</p>
    </>
  )
}
