import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { problemTexts } from '../accounts/problem-texts.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { refusalText } from '../circles/act-by-form.server.ts'
import { createCircleWithPlan } from '../circles/start/create-circle-with-plan.server.ts'
import { intervals, newCircleForm, problemsByField } from '../circles/start/new-circle-form.ts'
import { suggestName } from '../circles/start/suggest-circle.server.ts'
import { timeZones, zoneInWords } from '../circles/time-zones.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { newId } from '../platform/random.server.ts'
import { Field, ListField, PostForm, Problems, SeenBy, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const intervalTexts = {
  1: 'circles:everyDay',
  2: 'circles:every2Days',
  3: 'circles:every3Days',
  4: 'circles:every4Days',
  7: 'circles:everyWeek',
  14: 'circles:every2Weeks',
  21: 'circles:every3Weeks',
  28: 'circles:every4Weeks',
} as const satisfies Record<(typeof intervals)[number], string>

/** Offers a neutral name, another at each visit. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireLearner({ request, context })
  const t = translate(language)
  return {
    title: t('circles:start'),
    address: `/${language.tag}/circles/new`,
    id: newId(),
    name: suggestName(language.tag),
    today: dayOf(context.clock.now()),
    courses: [...context.catalogue.courses.values()].map((course) => ({
      value: course.id,
      label: inLanguage(course.texts, language.tag, course.source).text.title,
    })),
    timeZones: [
      { value: '', label: t('circles:chooseTimeZone') },
      ...timeZones().map((value) => ({ value, label: zoneInWords(value) })),
    ],
  }
}

/** Starts the circle with a proposed plan, and goes to it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const fields = await readForm(request)
  const form = checkForm(fields, newCircleForm)
  if (form.kind === 'bad')
    return data({ problems: problemTexts(form.problems, t), typed: form.typed }, { status: 400 })
  const outcome = await createCircleWithPlan({
    learnerId,
    wish: form.value,
    catalogue: context.catalogue,
    clock: context.clock,
  })
  if (outcome.kind === 'started') throw seeOther(`/${language.tag}/circles/${outcome.id}`)
  const refusals = Object.entries(problemsByField(outcome, form.value))
  const problems: Record<string, string> = Object.fromEntries(
    refusals.map(([field, refusal]) => [field, refusalText(refusal, t)]),
  )
  return data(
    { problems, typed: Object.fromEntries(fields) as Record<string, string> },
    { status: 400 },
  )
}

export const headers = privateHeaders

export default function NewCircle() {
  const { t } = useTexts()
  const { title, address, id, name, today, courses, timeZones } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const problems: Record<string, string> = tried?.problems ?? {}
  const typed: Record<string, string> = tried?.typed ?? {}
  const members = { id: 'members-seen' }
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <Problems
        title={t('circles:problemsTitle')}
        items={Object.entries(problems).map(([field, text]) => ({ name: field, text }))}
      />
      <p>{t('circles:startIntro')}</p>
      <PostForm action={address}>
        <input type="hidden" name="id" value={problems.id ? id : (typed.id ?? id)} />
        <SeenBy id={members.id}>{t('circles:seenByMembers')}</SeenBy>
        <Field
          name="name"
          label={t('circles:circleName')}
          hint={t('circles:circleNameHint')}
          seenBy={t('circles:seenByInvited')}
          problem={problems.name}
          defaultValue={typed.name ?? name}
          required
        />
        <Field
          name="trainer"
          label={t('circles:ownName')}
          hint={t('circles:ownNameHint')}
          seenBy={t('circles:seenByInvited')}
          problem={problems.trainer}
          defaultValue={typed.trainer}
          required
        />
        <ListField
          name="course"
          label={t('circles:course')}
          seenBy={members}
          options={courses}
          chosen={typed.course}
        />
        <Field
          name="meetings"
          label={t('circles:howManyMeetings')}
          hint={t('circles:howManyMeetingsHint')}
          seenBy={members}
          problem={problems.meetings}
          type="number"
          min={1}
          max={40}
          defaultValue={typed.meetings ?? '10'}
          required
        />
        <Field
          name="hoursEach"
          label={t('circles:hoursEach')}
          hint={t('circles:hoursEachHint')}
          seenBy={members}
          problem={problems.hoursEach}
          type="number"
          min={1}
          max={4}
          defaultValue={typed.hoursEach ?? '3'}
          required
        />
        <Field
          name="firstDay"
          label={t('circles:firstDay')}
          seenBy={members}
          problem={problems.firstDay}
          type="date"
          defaultValue={typed.firstDay ?? today}
          required
        />
        <Field
          name="start"
          label={t('circles:startTime')}
          seenBy={members}
          problem={problems.start}
          type="time"
          defaultValue={typed.start ?? '18:00'}
          required
        />
        <ListField
          name="everyDays"
          label={t('circles:howOften')}
          seenBy={members}
          problem={problems.everyDays}
          options={intervals.map((days) => ({
            value: String(days),
            label: t(intervalTexts[days]),
          }))}
          chosen={typed.everyDays ?? '7'}
        />
        <ListField
          name="timeZone"
          label={t('circles:timeZone')}
          hint={t('circles:timeZoneHint')}
          seenBy={members}
          problem={problems.timeZone}
          options={timeZones}
          chosen={typed.timeZone}
          required
        />
        <SubmitButton>{t('circles:start')}</SubmitButton>
      </PostForm>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
