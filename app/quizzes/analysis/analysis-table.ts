import type { Lang } from '../../courses/model/chapter.ts'
import type { Translate } from '../../i18n/i18n.ts'
import { localeOf } from '../../i18n/locale.ts'
import type { AnalysedQuestion } from './analyse-questions.server.ts'
import type { ItemStatistics } from './item-statistics.ts'
import type { Fault } from './rewrite-first.ts'

const faultTexts = {
  backwards: 'questions:faultBackwards',
  misleads: 'questions:faultMisleads',
  tooHard: 'questions:faultTooHard',
  outweighed: 'questions:faultOutweighed',
  saysLittle: 'questions:faultSaysLittle',
  neverChosen: 'questions:faultNeverChosen',
} as const satisfies Record<Fault, string>

/** The words of a part as a page shows them. */
export function partText(text: string | null, part: string | undefined, t: Translate): string {
  return (
    text ??
    (part === 'true' ? t('quizzes:true') : part === 'false' ? t('quizzes:false') : (part ?? ''))
  )
}

/** What the figures say against a question, in a sentence each. */
export function faultSentences(
  { faults }: Pick<AnalysedQuestion, 'faults'>,
  t: Translate,
): string[] {
  return faults.map(({ fault, part, text }) =>
    t(faultTexts[fault], { option: partText(text, part, t) }),
  )
}

const withoutCorrelation = {
  tooFew: 'questions:notEnoughChecks',
  alike: 'questions:allAlike',
} as const

/** How a question goes with the rest, as a number in a language, or why there is none. */
export function correlationInWords(
  discrimination: ItemStatistics['discrimination'],
  lang: Lang,
  t: Translate,
): string {
  if (typeof discrimination !== 'number') return t(withoutCorrelation[discrimination])
  return new Intl.NumberFormat(localeOf(lang), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(discrimination)
}

const percent = (share: number) => Math.round(share * 100)

/**
 * The analysis as a table for a spreadsheet. Shares are whole percents and correlations hundredths,
 * so that no decimal sign is misread.
 */
export function analysisTable(
  questions: AnalysedQuestion[],
  t: Translate,
): (string | number | null)[][] {
  const head = [
    t('questions:columnPriority'),
    t('questions:columnChapter'),
    t('questions:columnId'),
    t('questions:columnQuestion'),
    t('questions:columnType'),
    t('questions:columnAnswered'),
    t('questions:columnRight'),
    t('questions:columnDiscrimination'),
    t('questions:columnSureWrong'),
    t('questions:columnMostWrong'),
    t('questions:columnMostWrongCount'),
    t('questions:columnFaults'),
  ]
  const rows = questions.map((question) => {
    const { chapter, id, prompt, type, statistics, mostWrong, priority } = question
    const { answered, right, discrimination, sureWrong } = statistics
    return [
      priority,
      `${chapter.number}. ${chapter.title}`,
      id,
      prompt,
      type,
      answered,
      percent(right),
      typeof discrimination === 'number' ? percent(discrimination) : null,
      percent(sureWrong),
      mostWrong ? partText(mostWrong.text, mostWrong.part, t) : null,
      mostWrong?.count ?? null,
      faultSentences(question, t).join(' '),
    ]
  })
  return [head, ...rows]
}
