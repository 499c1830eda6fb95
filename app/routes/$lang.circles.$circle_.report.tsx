import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { ActButton, NotSavedYet } from '../circles/act-form.tsx'
import { changeCircle } from '../circles/change-circle.server.ts'
import { seated } from '../circles/circle.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { chaptersToRead } from '../circles/meetings/view-meeting.ts'
import { checkRules } from '../circles/plan/check-rules.ts'
import { RuleList } from '../circles/plan/rule-list.tsx'
import { ruleSet } from '../circles/plan/rule-set.server.ts'
import { AttendanceChart } from '../circles/report/attendance-chart.tsx'
import { reportAttendance } from '../circles/report/attendance-report.ts'
import { CircleDone, CloseCircle } from '../circles/report/closing-view.tsx'
import { ReportTable, Signatures } from '../circles/report/report-view.tsx'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { retiresOn, totalsOf } from '../circles/totals.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { formatDay, formatPeriod } from '../i18n/format-day.ts'
import { localeOf } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { Field, PostForm, SeenBy } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const wholeNumber = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .catch(-1)
const countForm = z.object({ intent: z.literal('count'), women: wholeNumber, youth: wholeNumber })
// Its button sends what is typed of the numbers along, so that nothing of it is lost.
const closeForm = z.object({
  intent: z.enum(['close', 'reopen']),
  women: z.string().max(40).optional(),
  youth: z.string().max(40).optional(),
})

/** The report of a circle, to read, print and sign: for its trainers only. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireTrainer({ request, params, context })
  const { language, t, course, frame } = own
  const { circle } = own
  const report = reportAttendance(circle)
  const [first, last] = [report.meetings[0], report.meetings.at(-1)]
  const short = new Intl.DateTimeFormat(localeOf(language.tag), {
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  })
  return {
    title: t('meetings:report'),
    lang: language.tag,
    frame,
    rules: checkRules(circle, ruleSet, { onlyHeld: true }),
    source: ruleSet.source,
    report,
    course: course && inLanguage(course.texts, language.tag, course.source).text.title,
    period: first && last && formatPeriod(first.day, last.day, language.tag),
    days: report.meetings.map(({ day }) => short.format(Date.parse(`${day}T00:00:00Z`))),
    chapters: chaptersToRead(
      course,
      report.meetings.flatMap((meeting) => meeting.chapters),
      language.tag,
    ),
    totals: totalsOf(circle),
    counts: circle.counts,
    trainers: seated(circle).flatMap(({ isTrainer, name }) => (isTrainer ? name : [])),
    closedOn: circle.closedOn && formatDay(circle.closedOn, language.tag),
    retiresOn: formatDay(retiresOn(circle, environment.CIRCLE_MONTHS), language.tag),
    isSaved: new URL(request.url).searchParams.has('done'),
  }
}

/** Takes the numbers that a trainer types, and closes or reopens the circle. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await requireTrainer({ request, params, context })
  const { learnerId, clock, t, frame } = own
  const fields = await readForm(request)
  const form =
    fields.get('intent') === 'count' ? checkForm(fields, countForm) : checkForm(fields, closeForm)
  if (form.kind === 'bad') throw httpError(400)
  const { intent } = form.value
  const event = intent === 'count' ? { ...form.value, kind: intent } : { kind: intent }
  const outcome = await changeCircle({ circleId: own.id, learnerId, event, clock })
  if (outcome.kind === 'not-found') throw httpError(404)
  const typed = { women: fields.get('women') ?? '', youth: fields.get('youth') ?? '' }
  const { counts } = outcome.circle
  const isLeft =
    intent !== 'count' &&
    (typed.women !== String(counts?.women ?? '') || typed.youth !== String(counts?.youth ?? ''))
  if (outcome.kind === 'done') {
    if (isLeft && fields.has('women')) return { typed, isLeft, problem: null }
    throw seeOther(`${frame.address}/report?done`)
  }
  const wrong = Object.entries(typed).flatMap(([name, number]) =>
    wholeNumber.parse(number) < 0 || Number(number) > Number(outcome.values?.people) ? name : [],
  )
  const problem = { intent, wrong, text: t(outcome.reason, outcome.values ?? {}) }
  return data({ typed, isLeft, problem }, { status: 400 })
}

export const headers = privateHeaders

export default function Report() {
  const { t } = useTexts()
  const { title, frame, report, days, totals, counts, trainers, chapters, ...rest } =
    useLoaderData<typeof loader>()
  const after = useActionData<typeof action>()
  const problem = after?.problem
  const address = `${frame.address}/report`
  const ofCount = problem?.intent === 'count' ? problem : undefined
  const isSaved = after ? !after.problem : rest.isSaved
  return (
    <CirclePage
      frame={frame}
      title={title}
      done={isSaved ? t('meetings:saved') : null}
      problem={ofCount ? null : problem?.text}
    >
      <p>{[rest.course, rest.period].filter(Boolean).join(' · ')}</p>
      <CircleDone totals={totals} chapters={chapters} closedOn={rest.closedOn} />
      <h2>{t('meetings:attendance')}</h2>
      <ReportTable report={report} days={days} />
      <AttendanceChart report={report} days={days} />
      <p className="no-print">
        <a href={`${frame.address}/report.csv`} download>
          {t('meetings:asFile')}
        </a>{' '}
        ·{' '}
        <a href={`${frame.address}/report.csv?separator=other`} download>
          {t('meetings:asOtherFile')}
        </a>
      </p>
      <p className="quiet no-print">{t('meetings:asFileText')}</p>
      {counts && <p>{t('meetings:counts', { women: counts.women, youth: counts.youth })}</p>}
      {after?.isLeft && <NotSavedYet parts={[t('meetings:women'), t('meetings:youth')]} />}
      <PostForm action={address} className="no-print" id="numbers">
        <p>{t('meetings:countsText')}</p>
        <SeenBy id="counts-seen">{t('meetings:countsSeenBy')}</SeenBy>
        {(['women', 'youth'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(name === 'women' ? 'meetings:women' : 'meetings:youth')}
            inputMode="numeric"
            pattern="\d{1,3}"
            required
            seenBy={{ id: 'counts-seen' }}
            problem={ofCount?.wrong.includes(name) ? ofCount.text : undefined}
            defaultValue={after?.typed[name] ?? counts?.[name] ?? ''}
          />
        ))}
        <ActButton intent="count">{t('meetings:save')}</ActButton>
      </PostForm>
      <h2>{t('circles:rulesTitle')}</h2>
      <RuleList rules={rest.rules} source={rest.source} />
      <Signatures trainers={trainers} />
      <CloseCircle form="numbers" closedOn={rest.closedOn} retiresOn={rest.retiresOn} />
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
