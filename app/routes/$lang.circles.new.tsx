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
import { limits } from '../circles/limits.ts'
import { ruleSet } from '../circles/plan/rule-set.server.ts'
import type { Refusal } from '../circles/refusal.ts'
import { createCircleWithPlan } from '../circles/start/create-circle-with-plan.server.ts'
import {
  fieldOf,
  intervals,
  newCircleForm,
  problemsOfWish,
} from '../circles/start/new-circle-form.ts'
import { suggestMeetings, suggestName, usualHours } from '../circles/start/suggest-circle.server.ts'
import { timeZones, zoneInWords } from '../circles/time-zones.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { type Translate, translate } from '../i18n/i18n.ts'
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
    meetings: Math.max(
      ruleSet.meetings,
      ...[...context.catalogue.courses.values()].slice(0, 1).map(suggestMeetings),
    ),
    hoursEach: usualHours,
    meetingsHint: t('circles:howManyMeetingsHint', {
      max: limits.meetings,
      advised: ruleSet.meetings,
    }),
    hoursHint: t('circles:hoursEachHint', {
      max: limits.hours,
      advised: ruleSet.hoursInOneMeeting,
    }),
    limits,
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
  const typed: Record<string, string> = Object.fromEntries(fields)
  const form = checkForm(fields, newCircleForm)
  // First: what no page of ours sends, such as a field that is far too long, ends here.
  const unreadable = form.kind === 'bad' ? problemTexts(form.problems, t) : {}
  const wrong = problemsOfWish(
    { ...blank, ...typed },
    { courses: context.catalogue.courses, today: dayOf(context.clock.now()) },
  )
  if (form.kind === 'bad' || Object.keys(wrong).length > 0)
    return refuse(typed, { ...inWords(wrong, t), ...unreadable })
  const outcome = await createCircleWithPlan({
    learnerId,
    wish: form.value,
    catalogue: context.catalogue,
    clock: context.clock,
  })
  if (outcome.kind === 'started') throw seeOther(`/${language.tag}/circles/${outcome.id}`)
  return refuse(typed, inWords({ [fieldOf(outcome)]: outcome }, t))
}

const blank = { name: '', trainer: '', course: '', firstDay: '', start: '', timeZone: '' }

function inWords(problems: Record<string, Refusal>, t: Translate): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [field, refusalText(refusal, t)]),
  )
}

/** The page again, with what was typed and all that is wrong, in the order of its fields. */
function refuse(typed: Record<string, string>, problems: Record<string, string>) {
  const inOrder = Object.keys(newCircleForm.shape).flatMap((field): [string, string][] => {
    const text = problems[field]
    return text === undefined ? [] : [[field, text]]
  })
  return data({ problems: Object.fromEntries(inOrder), typed }, { status: 400 })
}

export const headers = privateHeaders

export default function NewCircle() {
  const { t } = useTexts()
  const { title, address, id, name, today, courses, timeZones, limits, ...usual } =
    useLoaderData<typeof loader>()
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
          problem={problems.course}
          options={courses}
          chosen={typed.course}
        />
        <Field
          name="meetings"
          label={t('circles:howManyMeetings')}
          hint={usual.meetingsHint}
          seenBy={members}
          problem={problems.meetings}
          type="number"
          min={1}
          max={limits.meetings}
          defaultValue={typed.meetings ?? usual.meetings}
          required
        />
        <Field
          name="hoursEach"
          label={t('circles:hoursEach')}
          hint={usual.hoursHint}
          seenBy={members}
          problem={problems.hoursEach}
          type="number"
          min={1}
          max={limits.hours}
          defaultValue={typed.hoursEach ?? usual.hoursEach}
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
